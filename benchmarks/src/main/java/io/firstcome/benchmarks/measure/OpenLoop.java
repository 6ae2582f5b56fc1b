package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.Coupons.Stored;
import io.firstcome.benchmarks.load.Arrivals;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Ours;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Row 11: how long one waits when half of what is possible arrives. */
public final class OpenLoop implements Measurement {

    private static final Logger log = LoggerFactory.getLogger(OpenLoop.class);
    private static final String TITLE = "p99 of coupon publish at half of the measured ceiling, open loop";
    private static final double LIMIT_MILLIS = 50;
    private static final double AIM_MILLIS = 15;
    /** One that is sent so late was not sent when it was due. */
    private static final double LATE_MILLIS = LIMIT_MILLIS / 2;

    @Override
    public List<String> rows() {
        return List.of("11");
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        Ours ours = session.ours();
        Checks checks = new Checks();
        IssueEntrant ceiling = new IssueEntrant(
                session, ours, "Firstcome, ceiling", session.settings().keyed(), checks);
        Race.run(session.settings().repetitions(), List.of(ceiling));
        Series most = ceiling.series("issues/s");
        int rate = (int) Math.max(1, most.median() / 2);
        Crowd crowd = new Crowd(session, ours);
        // Small batches run in other code than large ones, and the load is made by this JVM, which is to be warm, too.
        session.warmUps().steadily("arrivals", rate, () -> crowd.arrive(rate).arrivals() / rate);
        List<Double> p50 = new ArrayList<>();
        List<Double> p99 = new ArrayList<>();
        List<Double> late = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < session.settings().repetitions(); i++) {
            String campaign = session.newName("arrivals");
            Arrivals.Result result = crowd.arrive(rate, campaign);
            verify(result, ours.stored(campaign), checks);
            p50.add(Percentiles.of(result.millis(), 50));
            p99.add(Percentiles.of(result.millis(), 99));
            late.add(Percentiles.of(result.lateMillis(), 99));
            shares.add(result.processorShare() * 100);
            log.info(
                    "  {} arrivals a second: p99 {} ms; {} later than {} ms or dropped",
                    rate,
                    Figures.of(p99.getLast()),
                    result.laterThan(LATE_MILLIS),
                    Figures.of(LATE_MILLIS));
        }
        Series slowest = new Series("p99", "ms", p99);
        return List.of(new RowResult(
                "11",
                TITLE,
                List.of(Goal.low(TITLE, slowest, LIMIT_MILLIS, AIM_MILLIS)),
                List.of(
                        slowest,
                        new Series("median", "ms", p50),
                        new Series("sent after it was due, p99", "ms", late),
                        most,
                        new Series("processors taken by the load itself", "%", shares)),
                checks.all(),
                List.of(
                        Figures.of(rate)
                                + " arrivals a second, evenly, by one thread on the same machine; the ceiling was"
                                + " measured with wrk just before. A time is from when a request was due to the last byte of"
                                + " its answer, so one that is sent late is slow.",
                        crowd.besideK6(rate)),
                ""));
    }

    private static void verify(Arrivals.Result result, Stored stored, Checks checks) {
        checks.verify(
                "all that arrived were answered with a piece, and that is what is stored",
                result.accepted() == result.arrivals() && stored.pieces() == result.accepted(),
                result.accepted() + " accepted, " + result.refused() + " refused, " + result.lost() + " lost, "
                        + stored.pieces() + " stored");
        long late = result.laterThan(LATE_MILLIS);
        checks.verify(
                "the rate was kept: at most 1 % of the arrivals were sent more than " + Figures.of(LATE_MILLIS)
                        + " ms late or dropped",
                late * 100 <= result.arrivals(),
                late + " of " + result.arrivals() + ", of these " + result.dropped() + " dropped");
    }
}
