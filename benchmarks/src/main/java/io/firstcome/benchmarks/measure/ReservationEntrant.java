package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.system.Baseline;
import io.firstcome.benchmarks.system.CouponSystem;
import io.firstcome.benchmarks.system.Ours;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Reservations a second of two seats each, of dates that are new in each run; every seat is asked for once. */
final class ReservationEntrant extends LoadEntrant {

    private static final int FIRST_GUESS = 1_500;
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final int seats;
    private final Checks checks;

    /** @param seats how many each date has: they are reserved one date after the other */
    ReservationEntrant(Session session, CouponSystem system, int seats, Checks checks) {
        super(
                session,
                system,
                system.title() + ", dates of " + Figures.of(seats) + " seats",
                "reservations",
                "reservations/s",
                FIRST_GUESS);
        this.seats = seats;
        this.checks = checks;
    }

    @Override
    double rate(int seconds, boolean counts) {
        int count = Math.min(enoughFor(seconds), session.users().count());
        SeatDates dates = SeatDates.open(session, system, seats, count);
        WrkResult result = wrk(
                "reservations.lua",
                seconds,
                List.of(
                        session.users().file().toString(),
                        dates.concert(),
                        dates.concert(),
                        Integer.toString(dates.room()),
                        Integer.toString(count)));
        SeatLedger ledger = settled(session, dates);
        if (counts) {
            verify(result, ledger);
        }
        return (result.answers() - result.unpaid()) / result.seconds();
    }

    /** Requests whose client is gone go on: until two looks find the same. */
    static SeatLedger settled(Session session, SeatDates dates) {
        SeatLedger now = ledger(session, dates);
        SeatLedger before;
        do {
            before = now;
            LockSupport.parkNanos(QUIET.toNanos());
            dates.system().settle();
            now = ledger(session, dates);
        } while (!now.equals(before));
        return now;
    }

    private static SeatLedger ledger(Session session, SeatDates dates) {
        return dates.system() instanceof Baseline lock
                ? SeatLedger.ofLock(session.ours().database()::column, dates.concert(), lock.schema())
                : SeatLedger.ofOurs(((Ours) dates.system()).database()::column, dates.concert());
    }

    private void verify(WrkResult result, SeatLedger ledger) {
        ledger.verify(system.title(), result.answers() - result.unpaid(), 2L * connections(), checks);
        checks.verify(
                system.title() + ": every reservation is answered with 201",
                result.unpaid() <= (result.exhausted() ? connections() : 0) && result.broken() == 0,
                result.unpaid() + " otherwise, " + result.broken() + " lost " + result.firstUnpaid());
    }
}
