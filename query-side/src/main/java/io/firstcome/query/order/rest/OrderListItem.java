package io.firstcome.query.order.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.firstcome.query.order.api.OrderRefund;
import io.firstcome.query.order.api.OrderStatus;
import io.firstcome.query.order.api.OrderView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order in a list: without its address and its history.
 *
 * @param items with their prices as soon as they are held; so are {@code amount} and {@code shippingFee}
 * @param paid what was paid, after the {@code discount}; {@code refunded} of it was given back
 * @param refund how far it is that all of what was paid comes back; when that was begun
 * @param version the order's version that this shows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(example = """
                {"orderId": "4b3f", "userId": "1", "status": "AWAITING_PAYMENT",
                 "items": [{"productId": "1", "skuId": "1", "quantity": 2, "unitPrice": 15000, "preOrder": false}],
                 "amount": 30000, "discount": 0, "shippingFee": 0, "paid": 0, "refunded": 0,
                 "holdExpiresAt": "2026-11-20T09:30:00Z", "placedAt": "2026-11-20T09:00:00Z", "version": 1}""")
record OrderListItem(
        String orderId,
        String userId,
        OrderStatus status,
        List<OrderItemView> items,
        @Nullable Long amount,
        long discount,
        @Nullable Long shippingFee,
        long paid,
        long refunded,
        @Nullable RefundView refund,
        Instant holdExpiresAt,
        @Nullable String paymentId,
        Instant placedAt,
        long version) {

    /**
     * A whole refund.
     *
     * @param amount STARTED: what is to come back; FAILED: what the card gateway refused, and is owed; REFUNDED: all that was paid
     * @param gatewayCode why the card gateway refused; when it did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "OrderRefundView", example = """
                    {"status": "FAILED", "amount": 20000, "gatewayCode": "EXCEED_MAX_REFUND_DUE"}""")
    record RefundView(
            OrderRefund.Status status,
            long amount,
            @Nullable String gatewayCode) {

        static @Nullable RefundView of(@Nullable OrderRefund refund) {
            return refund == null ? null : new RefundView(refund.status(), refund.amount(), refund.gatewayCode());
        }
    }

    static OrderListItem of(OrderView view) {
        return new OrderListItem(
                view.orderId(),
                view.userId(),
                view.status(),
                OrderItemView.of(view.items()),
                view.amount(),
                view.discount(),
                view.shippingFee(),
                view.paid(),
                view.refunded(),
                RefundView.of(view.refund()),
                view.holdExpiresAt(),
                view.paymentId(),
                view.placedAt(),
                view.version());
    }
}
