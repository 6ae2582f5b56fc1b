package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.BaselineKind;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Home;
import io.firstcome.benchmarks.system.Ours;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Row 15: reservations of seats, whether they cost more on a large date, and how long it takes to look at its seats. */
public final class Seats extends Measurement {

    private static final String TITLE = "reservations a second ÷ a lock for each seat and its row";
    private static final int FEW = 50;

    /** Of whoever is warm first: two systems get the same. 0: not known yet. */
    private int rate;

    @Override
    public List<String> rows() {
        return List.of("15");
    }

    /** How many reservations arrive a second, half of that ceiling when nobody was asked before. */
    int rate(double ceiling) {
        if (rate == 0) {
            rate = (int) Math.max(1, ceiling / 2);
        }
        return rate;
    }

    @Override
    List<Entrant> ours(Session session, Home home, Checks checks) {
        Ours system = session.ours(home);
        return List.of(
                new ReservationEntrant(session, system, SeatDates.MOST_SEATS, checks),
                new ReservationEntrant(session, system, FEW, checks),
                new SeatReads(session, system, this::rate, checks));
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        Checks checks = new Checks();
        ReservationEntrant large = new ReservationEntrant(session, session.ours(), SeatDates.MOST_SEATS, checks);
        ReservationEntrant small = new ReservationEntrant(session, session.ours(), FEW, checks);
        ReservationEntrant lock =
                new ReservationEntrant(session, session.baseline(BaselineKind.LOCK), SeatDates.MOST_SEATS, checks);
        Race.run(session.settings().repetitions(), List.of(large, small, lock));
        SeatReads reads = new SeatReads(session, session.ours(), this::rate, checks);
        Race.run(session.settings().repetitions(), List.of(reads));
        List<Series> all = new ArrayList<>(List.of(large.rates(), small.rates(), lock.rates()));
        all.addAll(reads.series());
        String seats = Figures.of(SeatDates.MOST_SEATS);
        return List.of(new RowResult(
                "15",
                List.of(
                        Goal.ratio(TITLE, large.rates(), lock.rates(), 5, 5),
                        Goal.ratio(
                                "reservations a second on a date of " + seats + " seats ÷ on dates of " + FEW,
                                large.rates(),
                                small.rates(),
                                0.85,
                                0.95),
                        Goal.low("all " + seats + " seats at half of the ceiling, p99", reads.maps(), 50, 50),
                        Goal.low("those that changed in a second, p99", reads.changes(), 5, 5)),
                all,
                checks.all(),
                List.of(
                        "Two neighbouring seats for each reservation, which nobody else asks for; the next date when one is"
                                + " full. What is reserved is not paid. The lock is a Redisson MultiLock on the seats and on"
                                + " the user's seats of the date.",
                        rate + " reservations a second arrive meanwhile, " + SeatReads.CHANGES_A_SECOND
                                + " looks at what changed in the last second and " + SeatReads.MAPS_A_SECOND
                                + " at all seats, evenly, by open loops on the same machine. A time is from when a request"
                                + " was due to the last byte of its answer.")));
    }
}
