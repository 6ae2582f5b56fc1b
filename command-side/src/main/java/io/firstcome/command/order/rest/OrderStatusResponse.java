package io.firstcome.command.order.rest;

import io.firstcome.events.order.OrderId;
import io.swagger.v3.oas.annotations.media.Schema;

/** What an order is now. */
@Schema(example = "{\"orderId\": \"6f1c7d52-4c0e-4b7c-8f0a-0d8f7a1b2c3d\", \"status\": \"CANCELLED\"}")
record OrderStatusResponse(
        String orderId,

        @Schema(allowableValues = {"CANCELLED", "SHIPPED", "DELIVERED"})
        String status) {

    static OrderStatusResponse of(OrderId orderId, String status) {
        return new OrderStatusResponse(orderId.value(), status);
    }
}
