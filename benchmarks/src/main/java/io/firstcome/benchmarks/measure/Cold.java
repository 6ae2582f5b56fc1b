package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.BaselineKind;
import io.firstcome.benchmarks.baseline.Coupons.Stored;
import io.firstcome.benchmarks.load.Tokens;
import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.system.Baseline;
import io.firstcome.benchmarks.system.CouponSystem;
import io.firstcome.benchmarks.system.Home;
import io.firstcome.benchmarks.system.Ours;
import java.util.List;
import java.util.Set;

/** Row 5: pieces of ten thousand campaigns in turn, with a cache that holds few of them. */
public final class Cold extends Measurement {

    private static final int CAMPAIGNS = 10_000;
    private static final int CACHED = 500;

    @Override
    public List<String> rows() {
        return List.of("5");
    }

    private static Ours start(Session session, Home home) {
        return session.startOurs(home, "cold", List.of("firstcome.event-store.cached-aggregates=" + CACHED));
    }

    @Override
    List<Entrant> ours(Session session, Home home, Checks checks) {
        return List.of(new ColdEntrant(session, start(session, home), CAMPAIGNS, checks));
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        String title = Figures.of(CAMPAIGNS) + " cold aggregates, issues a second ÷ stock Axon";
        Checks checks = new Checks();
        Ours system = start(session, session.home());
        Baseline axon = session.startBaseline(
                BaselineKind.AXON, system, List.of("firstcome.baseline.cached-aggregates=" + CACHED));
        ColdEntrant ours = new ColdEntrant(session, system, CAMPAIGNS, checks);
        ColdEntrant stock = new ColdEntrant(session, axon, CAMPAIGNS, checks);
        Race.run(session.settings().repetitions(), List.of(ours, stock));
        return List.of(new RowResult(
                "5",
                List.of(Goal.ratio(title, ours.rates(), stock.rates(), 1.5, 2.5)),
                List.of(ours.rates(), stock.rates()),
                checks.all(),
                List.of(
                        "Both keep " + CACHED
                                + " aggregates in memory; the campaigns are asked in turn, so that each is read from"
                                + " the store. Ours makes its views and sends to Kafka meanwhile, stock Axon does"
                                + " not.",
                        ours.historyNote(),
                        stock.historyNote())));
    }

    /** Issues on so many campaigns in turn that the one asked for is never in the cache. */
    private static final class ColdEntrant extends LoadEntrant {

        private static final int SAMPLE = 50;
        private static final int LONG_ENOUGH_SECONDS = 600;

        private final Checks checks;
        private final int campaigns;
        private final String prefix;
        private long next;
        private long acknowledged;

        ColdEntrant(Session session, CouponSystem system, int campaigns, Checks checks) {
            super(session, system, system.title(), "cold issues", "issues/s");
            this.checks = checks;
            this.campaigns = campaigns;
            this.prefix = session.newName("cold");
        }

        @Override
        public void warmUp() {
            List<String> what = List.of(Tokens.OPERATOR, prefix, Integer.toString(campaigns));
            WrkResult created = wrk("campaigns.lua", LONG_ENOUGH_SECONDS, what);
            system.settle();
            checks.verify(
                    system.title() + ": all campaigns are set up",
                    created.refused() == 0 && created.broken() == 0,
                    created.accepted() + " acknowledged");
            super.warmUp();
        }

        @Override
        double rate(int seconds, boolean counts) {
            int count = Math.min(enoughFor(seconds), session.users().count());
            WrkResult result = wrk(
                    "cold.lua",
                    seconds,
                    List.of(
                            session.users().file().toString(),
                            prefix,
                            Integer.toString(campaigns),
                            Long.toString(next),
                            Integer.toString(count)));
            next += count;
            acknowledged += result.accepted();
            system.settle();
            if (counts) {
                verify(result);
            }
            return result.acceptedPerSecond();
        }

        /** How much of its history each campaign had to be read from, at the end: it is longer for who was faster. */
        String historyNote() {
            return system.title() + ": " + (1 + acknowledged / campaigns) + " events of each campaign at the end";
        }

        /** Of some campaigns: all of them would take longer than the measurement. */
        private void verify(WrkResult result) {
            boolean sound = true;
            long pieces = 0;
            for (int i = 0; i < SAMPLE; i++) {
                Stored stored = system.stored(prefix + "-" + (1 + i * (campaigns / SAMPLE)));
                sound &= stored.serials() == stored.pieces()
                        && stored.highest() == stored.pieces()
                        && stored.users() == stored.pieces();
                pieces += stored.pieces();
            }
            checks.verify(
                    system.title() + ": of " + SAMPLE
                            + " campaigns the serials count on without holes, no user has two",
                    sound && (pieces > 0 || acknowledged < campaigns),
                    pieces + " pieces");
            checks.verify(
                    system.title() + ": no request was refused or lost",
                    result.refused() <= (result.exhausted() ? connections() : 0) && result.broken() == 0,
                    result.refused() + " refused, " + result.broken() + " lost");
        }
    }
}
