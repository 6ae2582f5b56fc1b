package io.firstcome.command.order.rest;

import io.firstcome.events.concert.DateEvent.DateOpened;
import io.firstcome.events.order.OrderEvent.OrderConfirmed;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reservation as it was decided, or is about to be.
 *
 * @param status HELD: all seats are held until {@code holdExpiresAt}; PENDING: not decided yet; CANCELLED, EXPIRED: it ended before it
 *     was decided
 * @param amount the seats together; absent unless they are held
 */
@Schema(example = """
                {"reservationId": "6f1c7d52-4c0e-4b7c-8f0a-0d8f7a1b2c3d", "concertId": "spring-tour",
                 "dateId": "spring-tour-1", "status": "HELD", "amount": 40000,
                 "holdExpiresAt": "2026-11-20T09:05:00Z",
                 "seats": [{"seat": 7, "grade": "VIP", "price": 20000}, {"seat": 8, "grade": "VIP", "price": 20000}]}""")
record PlaceReservationResponse(
        String reservationId,
        String concertId,
        String dateId,

        @Schema(allowableValues = {"HELD", "PENDING", "CANCELLED", "EXPIRED"})
        String status,

        @Nullable Long amount,
        Instant holdExpiresAt,
        List<SeatResponse> seats) {

    /**
     * One seat.
     *
     * @param grade absent unless it is held, as is the price
     */
    record SeatResponse(
            int seat, @Nullable String grade, @Nullable Long price) {}

    static PlaceReservationResponse of(OrderConfirmed event, DateOpened date) {
        return new PlaceReservationResponse(
                event.orderId().value(),
                date.concertId().value(),
                date.dateId().value(),
                "HELD",
                event.amount(),
                event.holdExpiresAt(),
                event.lines().stream()
                        .map(line -> new SeatResponse(line.unpriced().seat(), line.grade(), line.unitPrice()))
                        .toList());
    }

    /** @param status PENDING, or what became of it before it was decided */
    static PlaceReservationResponse of(OrderPlaced event, String status, DateOpened date) {
        return new PlaceReservationResponse(
                event.orderId().value(),
                date.concertId().value(),
                date.dateId().value(),
                status,
                null,
                event.holdExpiresAt(),
                event.lines().stream()
                        .map(line -> new SeatResponse(line.seat(), null, null))
                        .toList());
    }
}
