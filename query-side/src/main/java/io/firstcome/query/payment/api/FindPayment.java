package io.firstcome.query.payment.api;

import org.jspecify.annotations.Nullable;

/**
 * Asks for one payment; answered by an optional {@link PaymentView}.
 *
 * <p>Fails when the version asked for is not there in time.
 *
 * @param paymentId the bare id
 * @param owner for whom every other user's payment is not there; null: for nobody
 * @param minVersion the least version to answer with, for which the answer waits a while; null: what is there
 */
public record FindPayment(
        String paymentId, @Nullable String owner, @Nullable Long minVersion) {}
