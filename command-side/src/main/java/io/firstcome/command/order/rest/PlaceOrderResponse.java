package io.firstcome.command.order.rest;

import io.firstcome.events.order.OrderEvent.OrderConfirmed;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.PricedLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as it was decided, or is about to be.
 *
 * @param status AWAITING_PAYMENT: all is held until {@code holdExpiresAt}; PENDING: not decided yet; CANCELLED, EXPIRED: it ended
 *     before it was decided
 * @param amount the lines together; absent unless it awaits payment
 * @param shippingFee comes on top; absent unless it awaits payment
 */
@Schema(example = """
                {"orderId": "6f1c7d52-4c0e-4b7c-8f0a-0d8f7a1b2c3d", "status": "AWAITING_PAYMENT", "amount": 20000,
                 "shippingFee": 0, "holdExpiresAt": "2026-11-20T09:30:00Z",
                 "items": [{"productId": "1", "skuId": "1", "quantity": 2, "preOrder": false, "unitPrice": 10000}]}""")
record PlaceOrderResponse(
        String orderId,

        @Schema(allowableValues = {"AWAITING_PAYMENT", "PENDING", "CANCELLED", "EXPIRED"})
        String status,

        @Nullable Long amount,
        @Nullable Long shippingFee,
        Instant holdExpiresAt,
        List<ItemResponse> items) {

    /** @param unitPrice of one piece; absent unless the order awaits payment */
    record ItemResponse(
            String productId,
            String skuId,
            int quantity,
            boolean preOrder,
            @Nullable Long unitPrice) {

        private static ItemResponse of(PricedLine line) {
            return new ItemResponse(
                    line.productId().value(), line.skuId().value(), line.quantity(), line.preOrder(), line.unitPrice());
        }

        private static ItemResponse of(OrderLine line) {
            return new ItemResponse(
                    line.productId().value(), line.skuId().value(), line.quantity(), line.preOrder(), null);
        }
    }

    static PlaceOrderResponse of(OrderConfirmed event) {
        return new PlaceOrderResponse(
                event.orderId().value(),
                "AWAITING_PAYMENT",
                event.amount(),
                event.shippingFee(),
                event.holdExpiresAt(),
                event.lines().stream().map(ItemResponse::of).toList());
    }

    /** @param status PENDING, or what became of it before it was decided */
    static PlaceOrderResponse of(OrderPlaced event, String status) {
        return new PlaceOrderResponse(
                event.orderId().value(),
                status,
                null,
                null,
                event.holdExpiresAt(),
                event.lines().stream().map(ItemResponse::of).toList());
    }
}
