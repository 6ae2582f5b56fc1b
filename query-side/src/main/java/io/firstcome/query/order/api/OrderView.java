package io.firstcome.query.order.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its buyer sees it, true as of {@code version}. Ids are bare.
 *
 * @param amount what the items cost together; null: not held yet
 * @param shippingFee comes on top; null: not held yet
 * @param discount what a coupon took off, 0 until it is paid
 * @param paid what was paid, 0 until then; a payment that came too late counts
 * @param refunded how much of it was given back
 * @param refund of all that was paid; null: none was begun
 * @param paymentId the newest payment that was not refused; null: none
 * @param address where to send it; null: not said
 * @param reason why it was rejected or cancelled; null: it was not
 * @param position the place of its placing in commit order; greater is newer
 * @param version the sequence number of the last event of the order that it contains
 * @param history when it came to each status, in order; empty in a list
 */
public record OrderView(
        String orderId,
        String userId,
        OrderStatus status,
        List<OrderItem> items,
        @Nullable Long amount,
        @Nullable Long shippingFee,
        long discount,
        long paid,
        long refunded,
        @Nullable OrderRefund refund,
        @Nullable String paymentId,
        @Nullable String address,
        @Nullable String reason,
        Instant holdExpiresAt,
        Instant placedAt,
        long position,
        long version,
        List<OrderStep> history) {

    public OrderView {
        items = List.copyOf(items);
        history = List.copyOf(history);
    }
}
