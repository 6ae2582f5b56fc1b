package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.BaselineKind;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Baseline;
import io.firstcome.benchmarks.system.Ours;
import java.util.List;
import java.util.Set;

/** Row 5: ten thousand campaigns that nobody has asked for lately. */
public final class Cold implements Measurement {

    private static final String UNIT = "issues/s";
    private static final int CAMPAIGNS = 10_000;
    private static final int CACHED = 500;

    @Override
    public List<String> rows() {
        return List.of("5");
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        String title = Figures.of(CAMPAIGNS) + " cold aggregates, issues a second ÷ stock Axon";
        Checks checks = new Checks();
        try (Ours system = session.startOurs("cold", List.of("firstcome.event-store.cached-aggregates=" + CACHED));
                Baseline axon = session.startBaseline(
                        BaselineKind.AXON, system, List.of("firstcome.baseline.cached-aggregates=" + CACHED))) {
            ColdEntrant ours = new ColdEntrant(session, system, CAMPAIGNS, checks);
            ColdEntrant stock = new ColdEntrant(session, axon, CAMPAIGNS, checks);
            Race.run(session.settings().repetitions(), List.of(ours, stock));
            Series first = ours.series(UNIT);
            Series second = stock.series(UNIT);
            return List.of(new RowResult(
                    "5",
                    title,
                    List.of(Goal.ratio(title, first, second, 1.5, 2.5)),
                    List.of(first, second),
                    checks.all(),
                    List.of(
                            "Both keep " + CACHED
                                    + " aggregates in memory; the campaigns are asked in turn, so that each is read"
                                    + " from the store. Ours makes its views and sends to Kafka meanwhile, stock Axon does not.",
                            ours.historyNote(),
                            stock.historyNote(),
                            ours.connectionsNote(),
                            stock.connectionsNote()),
                    ""));
        }
    }
}
