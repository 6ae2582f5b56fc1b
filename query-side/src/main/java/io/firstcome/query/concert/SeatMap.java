package io.firstcome.query.concert;

import io.firstcome.events.concert.DateEvent;
import io.firstcome.events.concert.DateEvent.DateOpened;
import io.firstcome.events.concert.DateEvent.SeatsHeld;
import io.firstcome.events.concert.DateEvent.SeatsRefused;
import io.firstcome.events.concert.DateEvent.SeatsReleased;
import io.firstcome.events.concert.DateEvent.SeatsReturned;
import io.firstcome.events.concert.DateEvent.SeatsSold;
import io.firstcome.events.concert.Seat;
import io.firstcome.query.caching.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A date and all its seats, exact as of its version. */
public final class SeatMap implements Versioned {

    private final DateState date;
    private final SeatStates seats;

    SeatMap(DateState date, SeatStates seats) {
        this.date = date;
        this.seats = seats;
    }

    @Override
    public String id() {
        return date.terms().dateId();
    }

    @Override
    public long version() {
        return date.version();
    }

    DateState date() {
        return date;
    }

    SeatStates seats() {
        return seats;
    }

    /** The map after an event. */
    static SeatMap after(@Nullable SeatMap before, DateEvent event, long version) {
        DateState date = DateState.after(before == null ? null : before.date, event, version);
        if (before == null || event instanceof DateOpened) {
            return new SeatMap(date, SeatStates.free(date.terms().grades()));
        }
        Change change = Change.of(event);
        SeatStates seats =
                change.seats().isEmpty() ? before.seats : before.seats.with(change.seats(), change.status(), version);
        return new SeatMap(date, seats);
    }

    /** To which status an event brings seats. */
    record Change(List<Integer> seats, SeatStatus status) {

        static Change of(DateEvent event) {
            return switch (event) {
                case DateOpened e -> new Change(List.of(), SeatStatus.AVAILABLE);
                case SeatsHeld e ->
                    new Change(e.seats().stream().map(Seat::seat).toList(), SeatStatus.HELD);
                case SeatsRefused e -> new Change(List.of(), SeatStatus.AVAILABLE);
                case SeatsReleased e -> new Change(e.seats(), SeatStatus.AVAILABLE);
                case SeatsSold e -> new Change(e.seats(), SeatStatus.SOLD);
                case SeatsReturned e -> new Change(e.seats(), SeatStatus.AVAILABLE);
            };
        }
    }
}
