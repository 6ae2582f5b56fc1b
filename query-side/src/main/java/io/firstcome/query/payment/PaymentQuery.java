package io.firstcome.query.payment;

import org.jspecify.annotations.Nullable;

/** What can be asked about payments. */
public sealed interface PaymentQuery {

    /**
     * Asks for one payment; answered by an optional {@link PaymentDetails}.
     *
     * <p>Fails when the version asked for is not there in time.
     *
     * @param paymentId the bare id
     * @param owner for whom every other user's payment is not there, and who is not told what the card gateway said;
     *     null: an operator
     * @param minVersion the least version to answer with, for which the answer waits a while; null: what is there
     */
    record FindPayment(
            String paymentId,
            @Nullable String owner,
            @Nullable Long minVersion) implements PaymentQuery {}

    /**
     * Asks, for an operator, for the payments of all users, newest first; answered by a list of {@link PaymentView}.
     *
     * @param status only those that have it; null: all
     * @param refund only those whose newest refund has it; null: all
     * @param before only those begun before this position; {@link Long#MAX_VALUE} for the newest
     * @param limit how many at most, 1 or more
     */
    record FindPayments(
            @Nullable PaymentStatus status, @Nullable RefundStatus refund, long before, int limit)
            implements PaymentQuery {}
}
