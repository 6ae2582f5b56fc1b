package io.firstcome.command.concert.domain;

import io.firstcome.command.concert.api.DateCommand.HoldSeats;
import io.firstcome.command.concert.api.DateCommand.OpenDate;
import io.firstcome.command.concert.api.DateCommand.ReleaseSeats;
import io.firstcome.command.concert.api.DateCommand.ReturnSeats;
import io.firstcome.command.concert.api.DateCommand.SellSeats;
import io.firstcome.contract.RejectedException;
import io.firstcome.contract.RejectionCode;
import io.firstcome.events.UserId;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;

/** A date of five seats, two VIP and three NORMAL, that is sold for an hour: its commands and its events. */
final class Hall {

    static final DateId ID = new DateId("d1");
    static final ConcertId CONCERT = new ConcertId("c1");
    static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    static final Instant SALE_FROM = NOW.minus(Duration.ofMinutes(30));
    static final Instant SALE_UNTIL = NOW.plus(Duration.ofMinutes(30));
    static final Instant STARTS_AT = NOW.plus(Duration.ofDays(1));
    static final Instant HELD_UNTIL = NOW.plus(Duration.ofMinutes(5));
    static final int LIMIT = 3;
    static final List<Grade> GRADES = List.of(new Grade("VIP", 20_000, 1, 2), new Grade("NORMAL", 10_000, 3, 5));

    private Hall() {}

    static FixtureConfiguration<ConcertDate> fixture() {
        return new AggregateTestFixture<>(ConcertDate.class);
    }

    /** Expects the rejection of exactly this code. */
    static Matcher<Throwable> rejection(RejectionCode code) {
        return Matchers.matches(thrown -> thrown instanceof RejectedException rejection
                && rejection.code().equals(code));
    }

    static OpenDate open(boolean isConcertKnown) {
        return new OpenDate(ID, CONCERT, isConcertKnown, STARTS_AT, SALE_FROM, SALE_UNTIL, LIMIT, 5, GRADES, NOW);
    }

    static DateOpened opened() {
        return new DateOpened(ID, CONCERT, STARTS_AT, SALE_FROM, SALE_UNTIL, LIMIT, 5, GRADES, NOW);
    }

    static HoldSeats hold(String order, String user, Integer... seats) {
        return holdAt(NOW, order, user, seats);
    }

    static HoldSeats holdAt(Instant at, String order, String user, Integer... seats) {
        return new HoldSeats(
                ID, new HoldId(order), new OrderId(order), new UserId(user), List.of(seats), HELD_UNTIL, at);
    }

    static ReleaseSeats release(String order, String user) {
        return new ReleaseSeats(ID, new HoldId(order), new OrderId(order), new UserId(user), NOW);
    }

    static SellSeats sell(String order) {
        return new SellSeats(ID, new HoldId(order), NOW);
    }

    static ReturnSeats takeBack(String order, String user, Integer... seats) {
        return new ReturnSeats(ID, new HoldId(order), new OrderId(order), new UserId(user), List.of(seats), NOW);
    }

    static SeatsHeld held(String order, String user, Integer... seats) {
        List<Seat> priced = Arrays.stream(seats).map(Hall::seat).toList();
        return new SeatsHeld(ID, new HoldId(order), new OrderId(order), new UserId(user), priced, HELD_UNTIL, NOW);
    }

    private static Seat seat(int number) {
        return number <= 2 ? new Seat(number, "VIP", 20_000) : new Seat(number, "NORMAL", 10_000);
    }

    static SeatsRefused refused(String order, String user, HoldRefusal reason, Integer... seats) {
        return refusedAt(NOW, order, user, reason, seats);
    }

    static SeatsRefused refusedAt(Instant at, String order, String user, HoldRefusal reason, Integer... seats) {
        return new SeatsRefused(
                ID, new HoldId(order), new OrderId(order), new UserId(user), reason, List.of(seats), at);
    }

    static SeatsReleased released(String order, String user, Integer... seats) {
        return new SeatsReleased(ID, new HoldId(order), new OrderId(order), new UserId(user), List.of(seats), NOW);
    }

    static SeatsSold sold(String order, String user, Integer... seats) {
        return new SeatsSold(ID, new HoldId(order), new OrderId(order), new UserId(user), List.of(seats), NOW);
    }

    static SeatsReturned returned(String order, String user, Integer... seats) {
        return new SeatsReturned(ID, new HoldId(order), new OrderId(order), new UserId(user), List.of(seats), NOW);
    }
}
