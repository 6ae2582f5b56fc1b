package io.firstcome.command.order.rest;

import io.firstcome.events.order.OrderEvent;
import io.swagger.v3.oas.annotations.media.Schema;

/** What became of a reservation. */
@Schema(example = "{\"reservationId\": \"6f1c7d52-4c0e-4b7c-8f0a-0d8f7a1b2c3d\", \"status\": \"CANCELLED\"}")
record ReservationStatusResponse(
        String reservationId,
        @Schema(allowableValues = "CANCELLED") String status) {

    static ReservationStatusResponse cancelled(OrderEvent event) {
        return new ReservationStatusResponse(event.orderId().value(), "CANCELLED");
    }
}
