package io.firstcome.query.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order of seats as its buyer sees it, true as of {@code version}.
 *
 * @param seats with grade and price as soon as they are held; so is {@code amount}
 * @param amount what the seats cost together; null: not held yet
 * @param discount what a coupon took off, 0 until it is paid
 * @param paid what was paid, after the {@code discount}
 * @param refunded how much of it was given back
 * @param refund how far it is that all of what was paid comes back; null: that was not begun
 * @param paymentId the newest payment that was not refused; null: none
 * @param reason why it was rejected or cancelled; null: it was not, or this is a list
 * @param history when it came to each status, in order; null in a list
 * @param position the place of its placing in commit order; greater is newer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReservationViewResponse", example = """
                {"reservationId": "4b3f", "userId": "1", "concertId": "spring-tour", "dateId": "spring-tour-1",
                 "status": "PAID", "seats": [{"seat": 7, "grade": "VIP", "price": 20000}], "amount": 20000,
                 "discount": 1000, "paid": 19000, "refunded": 0, "holdExpiresAt": "2026-11-20T09:05:00Z",
                 "paymentId": "9c1d", "placedAt": "2026-11-20T09:00:00Z", "version": 3,
                 "history": [{"status": "PENDING", "at": "2026-11-20T09:00:00Z"},
                             {"status": "HELD", "at": "2026-11-20T09:00:00.1Z"},
                             {"status": "PAID", "at": "2026-11-20T09:01:00Z"}]}""")
record ReservationView(
        String reservationId,
        String userId,
        String concertId,
        String dateId,
        ReservationStatus status,
        List<Seat> seats,
        @Nullable Long amount,
        long discount,
        long paid,
        long refunded,
        OrderView.@Nullable Refund refund,
        Instant holdExpiresAt,
        @Nullable String paymentId,
        Instant placedAt,
        long version,
        @Nullable String reason,
        @Nullable List<Step> history,
        @JsonIgnore long position) {

    /** How far a reservation is. */
    enum ReservationStatus {
        /** Asked for; its seats are not held yet. */
        PENDING,
        /** Held, until it is paid or its time is over. */
        HELD,
        PAID,
        /** A seat could not be held. */
        REJECTED,
        CANCELLED,
        /** Not paid in time. */
        EXPIRED,
        /** All that was paid is given back. */
        REFUNDED;

        private static ReservationStatus of(OrderStatus status) {
            return switch (status) {
                case PENDING -> PENDING;
                case AWAITING_PAYMENT -> HELD;
                // Seats are not sent.
                case PAID, SHIPPED, DELIVERED -> PAID;
                case REJECTED -> REJECTED;
                case CANCELLED -> CANCELLED;
                case EXPIRED -> EXPIRED;
                case REFUNDED -> REFUNDED;
            };
        }
    }

    /** One seat; grade and price as soon as it is held. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReservedSeat")
    record Seat(int seat, @Nullable String grade, @Nullable Long price) {

        private static Seat of(OrderView.Item item) {
            return new Seat(Integer.parseInt(item.skuId()), item.grade(), item.unitPrice());
        }
    }

    /** When a reservation came to a status. */
    @Schema(name = "ReservationStatusStep")
    record Step(ReservationStatus status, Instant at) {}

    /** In a list: without its history. */
    static ReservationView of(OrderView order) {
        return of(order, null, null);
    }

    static ReservationView of(OrderDetails details) {
        List<Step> history = details.history().stream()
                .map(step -> new Step(ReservationStatus.of(step.status()), step.at()))
                .toList();
        String rejected = details.rejectedBecause();
        return of(details.order(), rejected == null ? details.cancelledBecause() : rejected, history);
    }

    private static ReservationView of(OrderView order, @Nullable String reason, @Nullable List<Step> history) {
        return new ReservationView(
                order.orderId(),
                order.userId(),
                Objects.requireNonNull(order.concertId()),
                Objects.requireNonNull(order.dateId()),
                ReservationStatus.of(order.status()),
                order.items().stream().map(Seat::of).toList(),
                order.amount(),
                order.discount(),
                order.paid(),
                order.refunded(),
                order.refund(),
                order.holdExpiresAt(),
                order.paymentId(),
                order.placedAt(),
                order.version(),
                reason,
                history,
                order.position());
    }
}
