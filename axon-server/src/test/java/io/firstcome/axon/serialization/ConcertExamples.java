package io.firstcome.axon.serialization;

import static io.firstcome.axon.serialization.EventExamples.AT;

import io.firstcome.events.UserId;
import io.firstcome.events.concert.ConcertEvent.ConcertCreated;
import io.firstcome.events.concert.ConcertId;
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
import java.time.Instant;
import java.util.List;

/** The examples of the events of a concert and of its dates. */
final class ConcertExamples {

    private static final ConcertId CONCERT = new ConcertId("c-1");
    private static final DateId DATE = new DateId("d-1");
    private static final HoldId HOLD = new HoldId("o-1");
    private static final OrderId ORDER = new OrderId("o-1");
    private static final UserId USER = new UserId("007");
    private static final Instant LATER = Instant.parse("2026-11-20T09:30:00.123456Z");
    private static final List<Grade> GRADES =
            List.of(new Grade("VIP", 3_000_000_000L, 1, 10), new Grade("일반", 0, 11, 50));
    private static final List<Integer> SEATS = List.of(7, 8);

    static final List<EventExample> ALL = List.of(
            new EventExample(
                    "concert/ConcertCreated-1",
                    new ConcertCreated(CONCERT, "봄 \"투어\"", "The Firsts", "Olympic Hall", AT)),
            new EventExample(
                    "concert/ConcertCreated-1-least", new ConcertCreated(CONCERT, "Tour", "The Firsts", null, AT)),
            new EventExample("concert/DateOpened-1", new DateOpened(DATE, CONCERT, LATER, AT, LATER, 4, 5, GRADES, AT)),
            new EventExample(
                    "concert/DateOpened-1-least",
                    new DateOpened(DATE, CONCERT, LATER, null, null, 4, 5, GRADES.subList(0, 1), AT)),
            new EventExample(
                    "concert/SeatsHeld-1",
                    new SeatsHeld(
                            DATE,
                            HOLD,
                            ORDER,
                            USER,
                            List.of(new Seat(7, "VIP", 3_000_000_000L), new Seat(11, "일반", 0)),
                            LATER,
                            AT)),
            new EventExample(
                    "concert/SeatsRefused-1",
                    new SeatsRefused(DATE, HOLD, ORDER, USER, HoldRefusal.SEAT_TAKEN, SEATS, AT)),
            new EventExample("concert/SeatsReleased-1", new SeatsReleased(DATE, HOLD, ORDER, USER, SEATS, AT)),
            new EventExample("concert/SeatsSold-1", new SeatsSold(DATE, HOLD, ORDER, USER, SEATS, AT)),
            new EventExample("concert/SeatsReturned-1", new SeatsReturned(DATE, HOLD, ORDER, USER, SEATS, AT)));

    private ConcertExamples() {}
}
