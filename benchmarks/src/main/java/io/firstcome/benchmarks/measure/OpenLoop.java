package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.Coupons.Stored;
import io.firstcome.benchmarks.load.Arrivals;
import io.firstcome.benchmarks.load.Connection;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Home;
import io.firstcome.benchmarks.system.Ours;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleToIntFunction;
import java.util.stream.Stream;

/** Row 11: how long a buyer waits when half of what is possible arrives, evenly. */
public final class OpenLoop extends Measurement {

    private static final String TITLE = "p99 of coupon publish at half of the measured ceiling, open loop";
    private static final double LIMIT_MILLIS = 50;
    private static final double AIM_MILLIS = 15;

    /** Of whoever is warm first: two systems get the same. 0: not known yet. */
    private int rate;

    @Override
    public List<String> rows() {
        return List.of("11");
    }

    /** How many arrive a second, half of that ceiling when nobody was asked before. */
    int rate(double ceiling) {
        if (rate == 0) {
            rate = (int) Math.max(1, ceiling / 2);
        }
        return rate;
    }

    @Override
    List<Entrant> ours(Session session, Home home, Checks checks) {
        return List.of(new ArrivalEntrant(session, session.ours(home), this::rate, LIMIT_MILLIS / 2, checks));
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        Checks checks = new Checks();
        ArrivalEntrant ours = new ArrivalEntrant(session, session.ours(), this::rate, LIMIT_MILLIS / 2, checks);
        Race.run(session.settings().repetitions(), List.of(ours));
        Series p99 = ours.series().getFirst();
        return List.of(new RowResult(
                "11",
                List.of(Goal.low(TITLE, p99, LIMIT_MILLIS, AIM_MILLIS)),
                ours.series(),
                checks.all(),
                List.of(Figures.of(rate)
                        + " arrivals a second, evenly, by one thread on the same machine; the ceiling was measured"
                        + " with wrk just before. A time is from when a request was due to the last byte of its"
                        + " answer, so one that is sent late is slow.")));
    }

    /** Users who arrive at a rate for one campaign each run, whether or not the server keeps up. */
    private static final class ArrivalEntrant implements Entrant {

        private final Session session;
        private final Ours ours;
        private final DoubleToIntFunction rateOfCeiling;
        private final double lateMillis;
        private final Checks checks;
        private final IssueEntrant ceiling;
        private final List<Double> p99 = new ArrayList<>();
        private final List<Double> p50 = new ArrayList<>();
        private final List<Double> late = new ArrayList<>();
        private final List<Double> shares = new ArrayList<>();
        private int rate;

        /**
         * @param rateOfCeiling how many arrive a second, by how many pieces a second were possible
         * @param lateMillis what is sent so late was not sent when it was due
         */
        ArrivalEntrant(
                Session session, Ours ours, DoubleToIntFunction rateOfCeiling, double lateMillis, Checks checks) {
            this.session = session;
            this.ours = ours;
            this.rateOfCeiling = rateOfCeiling;
            this.lateMillis = lateMillis;
            this.checks = checks;
            this.ceiling = new IssueEntrant(session, ours, ours.title() + ", ceiling", true, checks);
        }

        @Override
        public String title() {
            return ours.title() + ", arrivals";
        }

        /** Small batches run in other code than large ones, and the load is made by this JVM, which is to be warm, too. */
        @Override
        public void warmUp() {
            Race.run(session.settings().repetitions(), List.of(ceiling));
            rate = rateOfCeiling.applyAsInt(ceiling.rates().median());
            session.warmUps()
                    .steadily(
                            title(),
                            rate,
                            () -> arrive(session.newName("arrivals")).arrivals() / rate);
        }

        @Override
        public String run() {
            String campaign = session.newName("arrivals");
            Arrivals.Result result = arrive(campaign);
            verify(result, ours.stored(campaign));
            p99.add(Percentiles.of(result.millis(), 99));
            p50.add(Percentiles.of(result.millis(), 50));
            late.add(Percentiles.of(result.lateMillis(), 99));
            shares.add(result.processorShare() * 100);
            return "p99 " + Figures.of(p99.getLast()) + " ms at " + rate + " a second";
        }

        private Arrivals.Result arrive(String campaign) {
            ours.create(campaign, IssueEntrant.ENOUGH_FOR_ALL);
            // So long that no user comes twice.
            int seconds = Math.clamp(
                    session.users().count() / (rate + 1), 1, session.settings().seconds());
            Arrivals.Result result = Arrivals.run(ours.port(), requests(campaign, rate * seconds), rate);
            ours.settle();
            return result;
        }

        private List<byte[]> requests(String campaign, int count) {
            try (Stream<String> users = Files.lines(session.users().file())) {
                return users.limit(count)
                        .map(line -> request(campaign, line.split(" ", 2)))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static byte[] request(String campaign, String[] user) {
            String json = "{\"userId\":\"" + user[0] + "\",\"couponId\":\"" + campaign + "\"}";
            return Connection.request("POST", "/api/v1/coupon/publish", user[1], json, campaign + "-" + user[0]);
        }

        private void verify(Arrivals.Result result, Stored stored) {
            checks.verify(
                    ours.title() + ": all that arrived were answered with a piece, and that is what is stored",
                    result.accepted() == result.arrivals() && stored.pieces() == result.accepted(),
                    result.accepted() + " accepted, " + result.refused() + " refused, " + result.lost() + " lost, "
                            + stored.pieces() + " stored");
            long tooLate = result.laterThan(lateMillis);
            checks.verify(
                    "the rate was kept: at most 1 % of the arrivals were sent more than " + Figures.of(lateMillis)
                            + " ms late",
                    tooLate * 100 <= result.arrivals(),
                    tooLate + " of " + result.arrivals());
        }

        @Override
        public List<Series> series() {
            return List.of(
                    new Series(ours.title() + ", p99", "ms", p99),
                    new Series(ours.title() + ", median", "ms", p50),
                    new Series(ours.title() + ", sent after it was due, p99", "ms", late),
                    ceiling.rates(),
                    new Series(ours.title() + ", processors taken by the load itself", "%", shares));
        }
    }
}
