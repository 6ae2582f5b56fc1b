package io.firstcome.query.export;

import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderRefunded;
import io.firstcome.events.order.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the data platform is told, as JSON.
 *
 * @param paid what was paid, after the discount; null when it was refunded
 * @param at when it happened
 */
record ExportedReservation(
        String eventId,
        Type type,
        String reservationId,
        String userId,
        String dateId,
        List<Integer> seats,
        String paymentId,
        @Nullable Long paid,
        Instant at) {

    /** What happened to the reservation. */
    enum Type {
        RESERVATION_PAID,
        RESERVATION_REFUNDED
    }

    /** Empty when the event is about something else. */
    static Optional<ExportedReservation> of(OrderEvent event, String eventId) {
        return switch (event) {
            case OrderPaid paid
            when isOfSeats(paid.lines()) ->
                Optional.of(new ExportedReservation(
                        eventId,
                        Type.RESERVATION_PAID,
                        paid.orderId().value(),
                        paid.userId().value(),
                        dateOf(paid.lines()),
                        seatsOf(paid.lines()),
                        paid.paymentId().value(),
                        paid.paid(),
                        paid.paidAt()));
            case OrderRefunded refunded
            when isOfSeats(refunded.lines()) ->
                Optional.of(new ExportedReservation(
                        eventId,
                        Type.RESERVATION_REFUNDED,
                        refunded.orderId().value(),
                        refunded.userId().value(),
                        dateOf(refunded.lines()),
                        seatsOf(refunded.lines()),
                        refunded.paymentId().value(),
                        null,
                        refunded.refundedAt()));
            default -> Optional.empty();
        };
    }

    private static boolean isOfSeats(List<OrderLine> lines) {
        return lines.getFirst().dateId() != null;
    }

    private static String dateOf(List<OrderLine> lines) {
        return Objects.requireNonNull(lines.getFirst().dateId()).value();
    }

    private static List<Integer> seatsOf(List<OrderLine> lines) {
        return lines.stream().map(OrderLine::seat).toList();
    }
}
