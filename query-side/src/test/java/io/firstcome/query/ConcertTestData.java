package io.firstcome.query;

import io.firstcome.events.UserId;
import io.firstcome.events.concert.ConcertEvent.ConcertCreated;
import io.firstcome.events.concert.ConcertId;
import io.firstcome.events.concert.DateEvent;
import io.firstcome.events.concert.DateEvent.DateOpened;
import io.firstcome.events.concert.DateEvent.SeatsHeld;
import io.firstcome.events.concert.DateEvent.SeatsRefused;
import io.firstcome.events.concert.DateEvent.SeatsReleased;
import io.firstcome.events.concert.DateEvent.SeatsReturned;
import io.firstcome.events.concert.DateEvent.SeatsSold;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.concert.Grade;
import io.firstcome.events.concert.Seat;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Makes the events of one concert and of one date of it, in order. */
public final class ConcertTestData {

    public static final Instant AT = CouponTestData.AT;

    private final ConcertId concert;
    private final DateId date;
    private final List<Grade> grades;
    private long version;

    /** A concert and its date, which has two VIP seats and {@code normal} others. */
    public ConcertTestData(String concert, String date, int normal) {
        this.concert = new ConcertId(concert);
        this.date = new DateId(date);
        this.grades = List.of(new Grade("VIP", 20_000, 1, 2), new Grade("NORMAL", 10_000, 3, 2 + normal));
    }

    public DomainEventMessage<?> created() {
        return new GenericDomainEventMessage<>(
                ConcertId.TYPE,
                concert.toString(),
                0,
                new ConcertCreated(concert, "Concert " + concert.value(), "The Firsts", "Olympic Hall", AT));
    }

    /** On sale at once, for a concert that is long from now. */
    public DomainEventMessage<?> opened() {
        return message(
                new DateOpened(date, concert, Instant.parse("2099-01-01T19:00:00Z"), null, null, 4, 5, grades, AT));
    }

    public DomainEventMessage<?> held(String order, Integer... seats) {
        List<Seat> priced = Arrays.stream(seats)
                .map(seat -> new Seat(seat, seat <= 2 ? "VIP" : "NORMAL", seat <= 2 ? 20_000 : 10_000))
                .toList();
        return message(new SeatsHeld(
                date,
                new HoldId(order),
                new OrderId(order),
                new UserId("u"),
                priced,
                AT.plus(Duration.ofMinutes(5)),
                AT));
    }

    public DomainEventMessage<?> refused(String order, Integer... seats) {
        return message(new SeatsRefused(
                date,
                new HoldId(order),
                new OrderId(order),
                new UserId("u"),
                HoldRefusal.SEAT_TAKEN,
                List.of(seats),
                AT));
    }

    public DomainEventMessage<?> released(String order, Integer... seats) {
        return message(
                new SeatsReleased(date, new HoldId(order), new OrderId(order), new UserId("u"), List.of(seats), AT));
    }

    public DomainEventMessage<?> sold(String order, Instant at, Integer... seats) {
        return message(new SeatsSold(date, new HoldId(order), new OrderId(order), new UserId("u"), List.of(seats), at));
    }

    public DomainEventMessage<?> returned(String order, Integer... seats) {
        return message(
                new SeatsReturned(date, new HoldId(order), new OrderId(order), new UserId("u"), List.of(seats), AT));
    }

    private DomainEventMessage<?> message(DateEvent event) {
        return new GenericDomainEventMessage<>(DateId.TYPE, date.toString(), version++, event);
    }
}
