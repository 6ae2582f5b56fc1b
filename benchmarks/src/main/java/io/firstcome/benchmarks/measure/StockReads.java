package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.BaselineKind;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Ours;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Row 7: reads of the stock, and how old what they show is. */
public final class StockReads implements Measurement {

    private static final String TITLE = "stock reads a second ÷ N(GET)";
    private static final int PRODUCTS = 20;

    @Override
    public List<String> rows() {
        return List.of("7");
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        Ours system = session.ours();
        List<String> products = new ArrayList<>();
        for (int i = 0; i < PRODUCTS; i++) {
            products.add(Shop.newProduct(session, system, 1_000));
        }
        system.settle();
        Checks checks = new Checks();
        ReadEntrant ours = new ReadEntrant(session, system, products, checks);
        ReadEntrant noop = new ReadEntrant(session, session.baseline(BaselineKind.NOOP), products, checks);
        Race.run(session.settings().repetitions(), List.of(ours, noop));
        system.settle();
        Shop.verifyStock(system, products.getFirst(), checks);
        Series reads = ours.series();
        return List.of(new RowResult(
                "7",
                TITLE,
                List.of(
                        Goal.ratio(TITLE, reads, noop.series(), 0.85, 0.97),
                        Goal.low("staleness under that load, p99", ours.ages(), 250, 50),
                        Goal.high("stock reads a second", reads, 40_000, 40_000)),
                List.of(reads, noop.series(), ours.ages()),
                checks.all(),
                List.of(
                        ours.connectionsNote(),
                        noop.connectionsNote(),
                        PRODUCTS
                                + " products in turn, without a token: the endpoint is public. Staleness is the time from the"
                                + " answer to a receipt of stock to the first answer to a read that shows it."),
                ""));
    }
}
