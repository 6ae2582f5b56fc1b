package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.BaselineKind;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows 1 to 4: accepted issues a second on one campaign, beside doing nothing, a lock, a script, stock Axon. */
public final class HotCoupon implements Measurement {

    private static final String UNIT = "issues/s";
    private static final double LAG_LIMIT_SECONDS = 10;
    private static final double LAG_AIM_SECONDS = 2;
    private static final double COUPONS_A_SECOND = 10_000;

    private record Row(String title, BaselineKind other, double atLeast, double aim) {}

    private static final Map<String, Row> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("1", new Row("issues a second on one campaign ÷ N(POST)", BaselineKind.NOOP, 0.30, 0.55));
        ROWS.put("2", new Row("the same ÷ the lock way", BaselineKind.LOCK, 10, 25));
        ROWS.put("3", new Row("the same ÷ the Redis way (not durable)", BaselineKind.REDIS, 0.45, 0.8));
        ROWS.put("4", new Row("the same ÷ stock Axon, one aggregate", BaselineKind.AXON, 8, 18));
    }

    @Override
    public List<String> rows() {
        return List.copyOf(ROWS.keySet());
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        boolean keyed = session.settings().keyed();
        Checks checks = new Checks();
        IssueEntrant ours = new IssueEntrant(session, session.ours(), "Firstcome", keyed, checks);
        List<IssueEntrant> entrants = new ArrayList<>(List.of(ours));
        Map<String, IssueEntrant> others = new LinkedHashMap<>();
        ROWS.forEach((number, row) -> {
            if (asked.contains(number)) {
                IssueEntrant other = new IssueEntrant(
                        session, session.baseline(row.other()), row.other().title(), keyed, checks);
                others.put(number, other);
                entrants.add(other);
            }
        });
        List<IssueEntrant> keyless = asked.contains("1") && keyed ? keyless(session, checks) : List.of();
        entrants.addAll(keyless);
        Race.run(session.settings().repetitions(), entrants);
        List<RowResult> results = new ArrayList<>();
        others.forEach((number, other) -> results.add(result(number, ours, other, keyless, checks)));
        return results;
    }

    /** The key is optional for clients, and costs a row: what is it without? */
    private static List<IssueEntrant> keyless(Session session, Checks checks) {
        return List.of(
                new IssueEntrant(session, session.ours(), "Firstcome, requests without key", false, checks),
                new IssueEntrant(
                        session, session.baseline(BaselineKind.NOOP), "no-op, requests without key", false, checks));
    }

    private static RowResult result(
            String number, IssueEntrant ours, IssueEntrant other, List<IssueEntrant> keyless, Checks checks) {
        Row row = ROWS.getOrDefault(number, new Row("", BaselineKind.NOOP, 0, 0));
        Series measured = ours.series(UNIT);
        List<Goal> goals = new ArrayList<>(
                List.of(Goal.ratio(row.title(), measured, other.series(UNIT), row.atLeast(), row.aim())));
        List<Series> series = new ArrayList<>(List.of(measured, other.series(UNIT)));
        List<String> notes = new ArrayList<>(List.of(ours.connectionsNote(), other.connectionsNote()));
        if (number.equals("1")) {
            goals.add(Goal.low(
                    "its processors have caught up after", ours.settled(), LAG_LIMIT_SECONDS, LAG_AIM_SECONDS));
            goals.add(Goal.high("coupons a second", measured, COUPONS_A_SECOND, COUPONS_A_SECOND));
            keyless.forEach(entrant -> series.add(entrant.series(UNIT)));
            if (!keyless.isEmpty()) {
                goals.add(Goal.ratio(
                        "the same ratio, requests without Idempotency-Key",
                        keyless.getFirst().series(UNIT),
                        keyless.getLast().series(UNIT),
                        row.atLeast(),
                        row.aim()));
            }
            series.add(ours.settled());
            series.add(ours.resident());
        }
        return new RowResult(number, row.title(), goals, series, checks.all(), notes, "");
    }
}
