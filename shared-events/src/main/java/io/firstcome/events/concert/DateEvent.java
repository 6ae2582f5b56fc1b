package io.firstcome.events.concert;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The family of events of one date of a concert: who has which seat. */
public sealed interface DateEvent {

    DateId dateId();

    /**
     * A date can be reserved from now on, within its sale window and before it starts.
     *
     * @param saleFrom the first instant of the sale; null: at once
     * @param saleUntil the first instant after it; null: when the concert starts
     * @param limitPerUser how many seats one user may have held and bought together
     * @param holdMinutes how long a reservation waits for its payment
     * @param grades one or more, by their seats, which are numbered from 1 without a hole
     */
    @Revision("1")
    record DateOpened(
            DateId dateId,
            ConcertId concertId,
            Instant startsAt,
            @Nullable Instant saleFrom,
            @Nullable Instant saleUntil,
            int limitPerUser,
            int holdMinutes,
            List<Grade> grades,
            Instant openedAt)
            implements DateEvent {

        /** How many seats the date has. */
        public int seats() {
            return grades.getLast().to();
        }
    }

    /**
     * Seats are reserved for an order.
     *
     * @param seats one or more
     * @param heldUntil when they are to be free again unless they are paid
     */
    @Revision("1")
    record SeatsHeld(
            DateId dateId,
            HoldId holdId,
            OrderId orderId,
            UserId userId,
            List<Seat> seats,
            Instant heldUntil,
            Instant heldAt)
            implements DateEvent, AboutUser {}

    /**
     * An order asked for seats and gets none of them. The order must know.
     *
     * @param seats those that are the reason: taken by others, or not there; none when it is another reason
     */
    @Revision("1")
    record SeatsRefused(
            DateId dateId,
            HoldId holdId,
            OrderId orderId,
            UserId userId,
            HoldRefusal reason,
            List<Integer> seats,
            Instant refusedAt)
            implements DateEvent, AboutUser {}

    /**
     * A reservation ended: its seats are free again.
     *
     * @param seats what it held; none when its order ended before the date was asked, or could answer
     */
    @Revision("1")
    record SeatsReleased(
            DateId dateId, HoldId holdId, OrderId orderId, UserId userId, List<Integer> seats, Instant releasedAt)
            implements DateEvent, AboutUser {}

    /** A reservation was paid: its seats are the user's. */
    @Revision("1")
    record SeatsSold(DateId dateId, HoldId holdId, OrderId orderId, UserId userId, List<Integer> seats, Instant soldAt)
            implements DateEvent, AboutUser {}

    /** Sold seats came back and are free again. */
    @Revision("1")
    record SeatsReturned(
            DateId dateId, HoldId holdId, OrderId orderId, UserId userId, List<Integer> seats, Instant returnedAt)
            implements DateEvent, AboutUser {}
}
