package io.firstcome.contract.v1;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money of the order's payment is to be given back. A whole refund of an order that was not sent ends it: status CANCELLED. What
 * the buyer said about it stays inside.
 *
 * @param amount how much
 * @param whole whether that is all that is left
 * @param holdId the reservation that is to be restocked, because the order ends by this; null: none
 */
public record OrderRefundStarted(
        String orderId,
        String userId,
        String paymentId,
        String refundId,
        long amount,
        boolean whole,
        @Nullable String holdId,
        List<OrderLine> lines,
        Instant startedAt)
        implements OrderMessage {}
