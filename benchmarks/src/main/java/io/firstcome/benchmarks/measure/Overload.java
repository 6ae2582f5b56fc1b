package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.Coupons.Stored;
import io.firstcome.benchmarks.load.Connection;
import io.firstcome.benchmarks.load.Probe;
import io.firstcome.benchmarks.load.Tokens;
import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Ours;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Row 13: far more come than can be served, and then they are gone. */
public final class Overload implements Measurement {

    private static final Logger log = LoggerFactory.getLogger(Overload.class);
    private static final String TITLE = "after 10× overload for 30 s, p99 back to normal within";
    private static final int TIMES = 10;
    private static final int SECONDS = 30;
    private static final int CALM_SECONDS = 10;
    private static final int WATCH_SECONDS = 20;
    private static final int WINDOWS_IN_A_ROW = 3;
    private static final double NORMAL_AT_LEAST_MILLIS = 10;
    private static final long SECOND = 1_000_000_000L;
    private static final long STEP = SECOND / 4;

    @Override
    public List<String> rows() {
        return List.of("13");
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        Ours ours = session.ours();
        Checks checks = new Checks();
        IssueEntrant warm = new IssueEntrant(session, ours, "Firstcome, ceiling", false, checks);
        Race.run(1, List.of(warm));
        int connections = warm.connections() * TIMES;
        List<Double> normal = new ArrayList<>();
        List<Double> during = new ArrayList<>();
        List<Double> back = new ArrayList<>();
        for (int i = 0; i < Math.max(1, session.settings().repetitions() / 2); i++) {
            one(session, ours, connections, checks, normal, during, back);
        }
        Series seconds = new Series("p99 back to normal after", "s", back);
        return List.of(new RowResult(
                "13",
                TITLE,
                List.of(Goal.low(TITLE, seconds, 10, 2)),
                List.of(
                        seconds,
                        new Series("p99 of one more customer before", "ms", normal),
                        new Series("p99 of one more customer during the overload", "ms", during)),
                checks.all(),
                List.of(Figures.of(connections)
                        + " connections, ten times as many as with which it was fastest, each asking again as"
                        + " soon as it has an answer. One more customer asks a hundred times a second, at fixed times. Normal is"
                        + " twice the p99 before, " + Figures.of(NORMAL_AT_LEAST_MILLIS) + " ms at least, in "
                        + WINDOWS_IN_A_ROW + " windows of 1 s in a row."),
                ""));
    }

    private static void one(
            Session session,
            Ours ours,
            int connections,
            Checks checks,
            List<Double> normal,
            List<Double> during,
            List<Double> back) {
        String crowd = session.newName("crowd");
        String single = session.newName("single");
        ours.create(crowd, IssueEntrant.ENOUGH_FOR_ALL);
        ours.create(single, IssueEntrant.ENOUGH_FOR_ALL);
        int seconds = Math.min(SECONDS, 3 * session.settings().seconds() + 6);
        try (Probe probe = Probe.start(ours.port(), number -> publish(single, number))) {
            long begin = System.nanoTime();
            pause(CALM_SECONDS);
            long overload = System.nanoTime();
            normal.add(Percentiles.of(probe.millisBetween(begin + SECOND, overload), 99));
            WrkResult result = crowd(session, ours, crowd, connections, seconds);
            long over = System.nanoTime();
            pause(WATCH_SECONDS);
            during.add(Percentiles.of(probe.millisBetween(overload + SECOND, over), 99));
            back.add(backAfter(probe, over, Math.max(NORMAL_AT_LEAST_MILLIS, 2 * normal.getLast())));
            log.info(
                    "  p99 before {} ms, during {} ms, back after {} s; {} accepted and {} refused a second, {} lost",
                    Figures.of(normal.getLast()),
                    Figures.of(during.getLast()),
                    Figures.of(back.getLast()),
                    Figures.of(result.acceptedPerSecond()),
                    Figures.of(result.refusedPerSecond()),
                    result.broken());
            verify(ours, crowd, result, connections, checks);
        }
        ours.settle();
    }

    private static byte[] publish(String campaign, int number) {
        return Connection.request(
                "POST",
                "/api/v1/coupon/publish",
                Tokens.OPERATOR,
                "{\"userId\":\"p" + number + "\",\"couponId\":\"" + campaign + "\"}");
    }

    /** Users come again when all have come: they are refused, which is load too. */
    private static WrkResult crowd(Session session, Ours ours, String campaign, int connections, int seconds) {
        return session.wrk()
                .run(
                        ours.port(),
                        "crowd.lua",
                        connections,
                        seconds,
                        List.of(session.users().file().toString(), campaign));
    }

    private static void verify(Ours ours, String campaign, WrkResult result, int connections, Checks checks) {
        ours.settle();
        Stored stored = ours.stored(campaign);
        checks.verify(
                "overload: every acknowledged piece is stored, each serial once, no user has two",
                result.accepted() <= stored.pieces()
                        && stored.pieces() <= result.accepted() + 2L * connections + result.broken()
                        && stored.serials() == stored.pieces()
                        && stored.users() == stored.pieces(),
                result.accepted() + " acknowledged, " + stored.pieces() + " stored, " + result.refused() + " refused");
    }

    /** The seconds until the first of some windows in a row that are all normal. */
    private static double backAfter(Probe probe, long over, double limitMillis) {
        long last = over + (WATCH_SECONDS - WINDOWS_IN_A_ROW) * SECOND;
        for (long at = over; at <= last; at += STEP) {
            boolean calm = true;
            for (int window = 0; window < WINDOWS_IN_A_ROW; window++) {
                long from = at + window * SECOND;
                calm &= Percentiles.of(probe.millisBetween(from, from + SECOND), 99) <= limitMillis;
            }
            if (calm) {
                return (at - over) / (double) SECOND;
            }
        }
        return WATCH_SECONDS;
    }

    private static void pause(int seconds) {
        long end = System.nanoTime() + seconds * SECOND;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
