package io.firstcome.contract.v1;

import java.time.Instant;

/**
 * The card gateway did not say whether it took the money. It is asked until it does.
 *
 * @param gatewayCode what it said, or what went wrong
 */
public record PaymentOutcomeUnknown(
        String paymentId, String orderId, String userId, String gatewayCode, Instant unknownAt)
        implements PaymentMessage {}
