package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.Coupons.Stored;
import io.firstcome.benchmarks.load.Wrk;
import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Ours;
import io.firstcome.benchmarks.system.ServerMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A million requests for ten thousand pieces. */
public final class Story implements Measurement {

    private static final Logger log = LoggerFactory.getLogger(Story.class);
    private static final String ROW = "story";
    private static final int SHARE = 100;
    private static final int LONG_ENOUGH_SECONDS = 1_800;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    @Override
    public List<String> rows() {
        return List.of(ROW);
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        Ours ours = session.ours();
        int requests = session.settings().history();
        int pieces = Math.max(1, requests / SHARE);
        String title = Figures.of(requests) + " requests for " + Figures.of(pieces) + " coupons";
        Checks checks = new Checks();
        // The JVM is warm, as it is when a sale has been announced.
        IssueEntrant warm = new IssueEntrant(session, ours, ours.title(), false, checks);
        warm.warmUp();

        String campaign = session.newName("story");
        ours.create(campaign, pieces);
        Map<Integer, Long> before = ServerMetrics.publishedByStatus(ours.http());
        Wrk.Running crowd = session.wrk()
                .start(
                        ours.port(),
                        "story.lua",
                        warm.connections(),
                        LONG_ENOUGH_SECONDS,
                        List.of(session.users().file().toString(), campaign, Integer.toString(requests)));
        long begin = awaitAnswers(ours, crowd, before, 1);
        long end = awaitAnswers(ours, crowd, before, requests);
        double resident = ours.residentMb();
        crowd.interrupt();
        WrkResult result = crowd.result();
        double caughtUp = ours.settle().toMillis() / 1e3;
        Map<Integer, Long> answers = since(before, ServerMetrics.publishedByStatus(ours.http()));
        verify(requests, pieces, result, ours.stored(campaign), answers, checks);

        double seconds = (end - begin) / 1e9;
        log.info("  {} in {} s: {}", title, Figures.of(seconds), answers);
        return List.of(new RowResult(
                ROW,
                title,
                List.of(),
                List.of(
                        new Series("from the first answer to the last", "s", List.of(seconds)),
                        new Series("answers a second", "answers/s", List.of(requests / seconds)),
                        new Series("views and Kafka caught up after", "s", List.of(caughtUp)),
                        new Series("resident memory of all processes", "MiB", List.of(resident))),
                checks.all(),
                List.of(Figures.of(session.users().count())
                        + " users, each with a token of its own, come in turn and again, over "
                        + warm.connections() + " connections, without an Idempotency-Key. Answers by status: " + answers
                        + ". Times are by the server's own count, which is looked at five times a second."),
                ""));
    }

    private static void verify(
            int requests, int pieces, WrkResult result, Stored stored, Map<Integer, Long> answers, Checks checks) {
        checks.verify(
                "every coupon is given once",
                stored.pieces() == pieces && stored.serials() == pieces && stored.highest() == pieces,
                stored.pieces() + " pieces with " + stored.serials() + " serials up to " + stored.highest());
        checks.verify("no user has two", stored.users() == pieces, stored.users() + " users");
        checks.verify(
                "as many were told that they have one: acknowledged = stored",
                result.accepted() == pieces && answers.getOrDefault(201, 0L) == pieces,
                result.accepted() + " acknowledged by what the clients read");
        checks.verify(
                "every other request was told why not, and none was lost",
                answers.getOrDefault(409, 0L) == requests - pieces && result.broken() == 0,
                answers + ", " + result.broken() + " lost");
    }

    /** The moment at which so many are answered. */
    private static long awaitAnswers(Ours ours, Wrk.Running crowd, Map<Integer, Long> before, long count) {
        while (sum(since(before, ServerMetrics.publishedByStatus(ours.http()))) < count) {
            if (!crowd.isAlive()) {
                throw new IllegalStateException("The load ended too early: " + crowd.result());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return System.nanoTime();
    }

    private static Map<Integer, Long> since(Map<Integer, Long> before, Map<Integer, Long> now) {
        Map<Integer, Long> more = new TreeMap<>();
        now.forEach((status, count) -> {
            long added = count - before.getOrDefault(status, 0L);
            if (added > 0) {
                more.put(status, added);
            }
        });
        return more;
    }

    private static long sum(Map<Integer, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
