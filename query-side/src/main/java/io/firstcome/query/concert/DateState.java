package io.firstcome.query.concert;

import io.firstcome.events.concert.DateEvent;
import io.firstcome.events.concert.DateEvent.DateOpened;
import io.firstcome.events.concert.DateEvent.SeatsHeld;
import io.firstcome.events.concert.DateEvent.SeatsRefused;
import io.firstcome.events.concert.DateEvent.SeatsReleased;
import io.firstcome.events.concert.DateEvent.SeatsReturned;
import io.firstcome.events.concert.DateEvent.SeatsSold;
import io.firstcome.events.concert.Grade;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a date beside its seats: exact as of {@code version}.
 *
 * @param firstSoldAt when the first seat was sold; null: none was
 * @param soldOutAt when all seats were sold for the first time; null: they never were
 * @param soldOutAfter how long after the first sale that was, in microseconds
 */
record DateState(
        Terms terms,
        int seats,
        int held,
        int sold,
        @Nullable Instant firstSoldAt,
        @Nullable Instant soldOutAt,
        @Nullable Long soldOutAfter,
        long version) {

    /** What was fixed when the date was opened. Instants are cut to microseconds. */
    record Terms(
            String dateId,
            String concertId,
            Instant startsAt,
            @Nullable Instant saleFrom,
            @Nullable Instant saleUntil,
            int limitPerUser,
            int holdMinutes,
            List<Grade> grades,
            Instant createdAt) {

        Terms {
            grades = List.copyOf(grades);
        }

        private static Terms of(DateOpened event) {
            return new Terms(
                    event.dateId().value(),
                    event.concertId().value(),
                    event.startsAt().truncatedTo(ChronoUnit.MICROS),
                    micros(event.saleFrom()),
                    micros(event.saleUntil()),
                    event.limitPerUser(),
                    event.holdMinutes(),
                    event.grades(),
                    event.openedAt().truncatedTo(ChronoUnit.MICROS));
        }
    }

    private static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * The state after an event.
     *
     * @throws IllegalStateException when the date was not opened
     */
    static DateState after(@Nullable DateState before, DateEvent event, long version) {
        if (event instanceof DateOpened opened) {
            return new DateState(Terms.of(opened), opened.seats(), 0, 0, null, null, null, version);
        }
        if (before == null) {
            throw new IllegalStateException("Date " + event.dateId().value() + " is changed but was never opened");
        }
        return before.with(event, version);
    }

    private DateState with(DateEvent event, long version) {
        return switch (event) {
            case DateOpened opened -> throw new IllegalStateException("A date is opened once");
            case SeatsHeld e -> counting(held + e.seats().size(), sold, version);
            case SeatsRefused e -> counting(held, sold, version);
            case SeatsReleased e -> counting(held - e.seats().size(), sold, version);
            case SeatsSold e ->
                counting(held - e.seats().size(), sold + e.seats().size(), version)
                        .soldSomeAt(e.soldAt().truncatedTo(ChronoUnit.MICROS));
            case SeatsReturned e -> counting(held, sold - e.seats().size(), version);
        };
    }

    private DateState counting(int nowHeld, int nowSold, long version) {
        return new DateState(terms, seats, nowHeld, nowSold, firstSoldAt, soldOutAt, soldOutAfter, version);
    }

    private DateState soldSomeAt(Instant at) {
        Instant first = firstSoldAt == null ? at : firstSoldAt;
        if (sold < seats || soldOutAt != null) {
            return new DateState(terms, seats, held, sold, first, soldOutAt, soldOutAfter, version);
        }
        long after = Math.max(0, Duration.between(first, at).toNanos() / 1_000);
        return new DateState(terms, seats, held, sold, first, at, after, version);
    }

    int available() {
        return seats - held - sold;
    }

    DateView.Status status(Instant now) {
        Instant from = terms.saleFrom();
        Instant until = terms.saleUntil();
        if (!now.isBefore(terms.startsAt()) || (until != null && !now.isBefore(until))) {
            return DateView.Status.ENDED;
        }
        if (from != null && now.isBefore(from)) {
            return DateView.Status.SCHEDULED;
        }
        return sold == seats ? DateView.Status.SOLD_OUT : DateView.Status.ON_SALE;
    }

    /** @param openedPosition the place of its opening in commit order */
    DateView view(Instant now, long openedPosition) {
        return new DateView(
                terms.concertId(),
                terms.dateId(),
                terms.startsAt(),
                terms.saleFrom(),
                terms.saleUntil(),
                terms.limitPerUser(),
                terms.holdMinutes(),
                terms.grades(),
                seats,
                available(),
                status(now),
                soldOutAt,
                terms.createdAt(),
                version,
                openedPosition);
    }
}
