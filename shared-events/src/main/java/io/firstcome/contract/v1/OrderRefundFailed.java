package io.firstcome.contract.v1;

import java.time.Instant;

/**
 * The card gateway refused to give money of the order back.
 *
 * @param amount the part by card that was not given back
 * @param owed whether the order has ended, so that the amount is owed to the buyer
 * @param gatewayCode what the gateway said
 */
public record OrderRefundFailed(
        String orderId,
        String userId,
        String paymentId,
        String refundId,
        long amount,
        boolean owed,
        String gatewayCode,
        Instant failedAt)
        implements OrderMessage {}
