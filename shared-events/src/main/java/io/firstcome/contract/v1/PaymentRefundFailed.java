package io.firstcome.contract.v1;

import java.time.Instant;

/**
 * The card gateway refused a refund. Nothing of it was given back; an operator has to act.
 *
 * @param gatewayCode what it said
 */
public record PaymentRefundFailed(
        String paymentId, String orderId, String userId, String refundId, String gatewayCode, Instant failedAt)
        implements PaymentMessage {}
