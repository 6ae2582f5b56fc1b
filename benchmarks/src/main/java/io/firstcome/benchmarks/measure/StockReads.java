package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.BaselineKind;
import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.CouponSystem;
import io.firstcome.benchmarks.system.Home;
import io.firstcome.benchmarks.system.Ours;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Row 7: stock reads, and how old what is read may be. */
public final class StockReads extends Measurement {

    private static final String TITLE = "stock reads a second ÷ no-op by Spring MVC";
    private static final int PRODUCTS = 20;

    @Override
    public List<String> rows() {
        return List.of("7");
    }

    private static List<String> products(Session session, Ours system) {
        List<String> products = new ArrayList<>();
        for (int i = 0; i < PRODUCTS; i++) {
            products.add(Shop.newProduct(session, system, 1_000));
        }
        system.settle();
        return products;
    }

    @Override
    List<Entrant> ours(Session session, Home home, Checks checks) {
        Ours system = session.ours(home);
        return List.of(new ReadEntrant(session, system, products(session, system), checks));
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        Checks checks = new Checks();
        Ours system = session.ours();
        List<String> products = products(session, system);
        ReadEntrant ours = new ReadEntrant(session, system, products, checks);
        ReadEntrant noop = new ReadEntrant(session, session.baseline(BaselineKind.NOOP), products, checks);
        ReadEntrant fast = new ReadEntrant(session, session.baseline(BaselineKind.FAST), products, checks);
        Race.run(session.settings().repetitions(), List.of(ours, noop, fast));
        system.settle();
        Shop.verifyStock(system, products.getFirst(), checks);
        Series staleness = ours.series().getLast();
        return List.of(new RowResult(
                "7",
                List.of(
                        Goal.ratio(TITLE, ours.rates(), noop.rates(), 0.85, 0.97),
                        Goal.onlyShown("the same ÷ no-op by the fast path", ours.rates(), fast.rates()),
                        Goal.low("staleness under that load, p99", staleness, 250, 50),
                        Goal.high("stock reads a second", ours.rates(), 40_000)),
                List.of(ours.rates(), noop.rates(), fast.rates(), staleness),
                checks.all(),
                List.of(PRODUCTS
                        + " products in turn, without a token: the endpoint is public. Staleness is the time from"
                        + " the answer to a receipt of stock to the first answer to a read that shows it.")));
    }

    /** Stock reads a second, without a token. Of ours also how old what is read may be, while pieces come in. */
    private static final class ReadEntrant extends LoadEntrant {

        private final List<String> products;
        private final Checks checks;
        private final List<Double> ages = new ArrayList<>();

        ReadEntrant(Session session, CouponSystem system, List<String> products, Checks checks) {
            super(session, system, system.title(), "reads", "reads/s");
            this.products = List.copyOf(products);
            this.checks = checks;
        }

        @Override
        double rate(int seconds, boolean counts) {
            if (!counts) {
                return wrk("reads.lua", seconds, products).acceptedPerSecond();
            }
            WrkResult result = system instanceof Ours ours
                    ? readWhileItChanges(ours, seconds)
                    : wrk("reads.lua", seconds, products);
            checks.verify(
                    system.title() + ": every read is answered",
                    result.refused() == 0 && result.broken() == 0,
                    result.refused() + " refused, " + result.broken() + " lost");
            return result.acceptedPerSecond();
        }

        private WrkResult readWhileItChanges(Ours ours, int seconds) {
            try (Freshness freshness = Freshness.watch(ours, products.getFirst())) {
                WrkResult result = wrk("reads.lua", seconds, products);
                freshness.stop();
                ages.add(freshness.p99Millis());
                checks.verify(
                        ours.title() + ": the stock that is read in the end has all that was received",
                        freshness.isComplete(),
                        freshness.detail());
                return result;
            }
        }

        @Override
        public List<Series> series() {
            return ages.isEmpty()
                    ? List.of(rates())
                    : List.of(rates(), new Series(title() + ", staleness p99", "ms", ages));
        }
    }
}
