package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.BaselineKind;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Home;
import io.firstcome.benchmarks.system.Ours;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Rows 1 to 4: pieces a second of one campaign, beside what one would build instead. */
public final class HotCoupon extends Measurement {

    private static final double COUPONS_A_SECOND = 10_000;

    private record Row(String number, String title, BaselineKind other, double atLeast, double aim) {}

    private static final List<Row> ROWS = List.of(
            new Row("1", "issues a second on one campaign ÷ no-op by Spring MVC", BaselineKind.NOOP, 0.30, 0.55),
            new Row("2", "the same ÷ the lock and the row", BaselineKind.LOCK, 10, 25),
            new Row("3", "the same ÷ the Redis script, which is not durable", BaselineKind.REDIS, 0.45, 0.8),
            new Row("4", "the same ÷ stock Axon, one aggregate", BaselineKind.AXON, 8, 18));

    @Override
    public List<String> rows() {
        return ROWS.stream().map(Row::number).toList();
    }

    @Override
    List<Entrant> ours(Session session, Home home, Checks checks) {
        Ours system = session.ours(home);
        return List.of(
                new IssueEntrant(session, system, true, checks), new IssueEntrant(session, system, false, checks));
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        Checks checks = new Checks();
        IssueEntrant ours = new IssueEntrant(session, session.ours(), true, checks);
        // The key is optional for clients and costs a row, which no baseline stores: what is it without?
        IssueEntrant keyless = new IssueEntrant(session, session.ours(), false, checks);
        List<IssueEntrant> all = new ArrayList<>(List.of(ours, keyless));
        List<IssueEntrant> fast = asked.contains("1")
                ? List.of(new IssueEntrant(session, session.baseline(BaselineKind.FAST), true, checks))
                : List.of();
        all.addAll(fast);
        List<Row> rows =
                ROWS.stream().filter(row -> asked.contains(row.number())).toList();
        List<IssueEntrant> others = rows.stream()
                .map(row -> new IssueEntrant(session, session.baseline(row.other()), true, checks))
                .toList();
        all.addAll(others);
        Race.run(session.settings().repetitions(), all);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> result(rows.get(i), ours, keyless, others.get(i), fast, checks))
                .toList();
    }

    private static RowResult result(
            Row row,
            IssueEntrant ours,
            IssueEntrant keyless,
            IssueEntrant beside,
            List<IssueEntrant> fast,
            Checks checks) {
        Series other = beside.rates();
        String without = "the same ratio, our requests without Idempotency-Key";
        List<Goal> goals = new ArrayList<>(List.of(
                Goal.ratio(row.title(), ours.rates(), other, row.atLeast(), row.aim()),
                Goal.ratio(without, keyless.rates(), other, row.atLeast(), row.aim())));
        List<Series> series = new ArrayList<>(List.of(ours.rates(), keyless.rates(), other));
        if (row.other() == BaselineKind.NOOP) {
            goals.add(Goal.onlyShown(
                    "the same ÷ no-op by the fast path",
                    ours.rates(),
                    fast.getFirst().rates()));
            goals.add(Goal.low("its processors have caught up after", ours.settled(), 10, 2));
            goals.add(Goal.high("issues a second", ours.rates(), COUPONS_A_SECOND));
            series.addAll(List.of(fast.getFirst().rates(), ours.settled()));
        }
        return new RowResult(row.number(), goals, series, checks.all(), List.of());
    }
}
