package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.Coupons.Stored;
import io.firstcome.benchmarks.load.K6;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Ours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Row 11: how long one waits when half of what is possible arrives. */
public final class OpenLoop implements Measurement {

    private static final Logger log = LoggerFactory.getLogger(OpenLoop.class);
    private static final String TITLE = "p99 of coupon publish at half of the measured ceiling, open loop";
    private static final int VUS = 400;

    @Override
    public List<String> rows() {
        return List.of("11");
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        if (K6.version().isEmpty()) {
            return List.of(RowResult.leftOut("11", TITLE, "k6 is neither on the PATH nor at $K6"));
        }
        Ours ours = session.ours();
        Checks checks = new Checks();
        IssueEntrant ceiling = new IssueEntrant(
                session, ours, "Firstcome, ceiling", session.settings().keyed(), checks);
        Race.run(Math.max(1, session.settings().repetitions() / 2), List.of(ceiling));
        Series most = ceiling.series("issues/s");
        int rate = (int) Math.max(1, most.median() / 2);
        List<Double> p50 = new ArrayList<>();
        List<Double> p99 = new ArrayList<>();
        for (int i = 0; i < session.settings().repetitions(); i++) {
            K6.Result result = arrivals(session, ours, rate, checks);
            p50.add(result.p50());
            p99.add(result.p99());
            log.info("  {} arrivals a second: p99 {} ms, {} dropped", rate, Figures.of(result.p99()), result.dropped());
        }
        Series slowest = new Series("p99", "ms", p99);
        return List.of(new RowResult(
                "11",
                TITLE,
                List.of(Goal.low(TITLE, slowest, 50, 15)),
                List.of(slowest, new Series("median", "ms", p50), most),
                checks.all(),
                List.of(Figures.of(rate) + " arrivals a second by "
                        + K6.version().orElse("k6") + ", on the same machine: k6 takes"
                        + " more of it than wrk. The ceiling was measured with wrk just before."),
                ""));
    }

    private static K6.Result arrivals(Session session, Ours ours, int rate, Checks checks) {
        String campaign = session.newName("arrivals");
        ours.create(campaign, IssueEntrant.ENOUGH_FOR_ALL);
        int seconds = Math.min(session.settings().seconds(), session.users().count() / (rate + 1));
        K6.Result result = K6.run(
                session.home().project().resolve("benchmarks/src/main/k6/publish.js"),
                session.home().work(),
                Map.of(
                        "URL", "http://127.0.0.1:" + ours.port(),
                        "USERS", session.users().file().toString(),
                        "COUNT", Integer.toString(rate * (seconds + 1)),
                        "RATE", Integer.toString(rate),
                        "SECONDS", Integer.toString(seconds),
                        "VUS", Integer.toString(VUS),
                        "CAMPAIGN", campaign));
        ours.settle();
        Stored stored = ours.stored(campaign);
        checks.verify(
                "all that arrived were answered with a piece, and that is what is stored",
                result.failed() == 0 && stored.pieces() == result.answers(),
                result.answers() + " answered, " + result.failed() + " failed, " + stored.pieces() + " stored");
        checks.verify(
                "the rate was kept: at most 1 % of the arrivals were dropped",
                result.dropped() * 100 <= (long) rate * seconds,
                result.dropped() + " of " + (long) rate * seconds + " dropped");
        return result;
    }
}
