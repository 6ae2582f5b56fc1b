package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.BaselineKind;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
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
        Checks checks = new Checks();
        boolean keyed = session.settings().keyed();
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
        List<IssueEntrant> more = asked.contains("1") ? more(session, keyed, checks) : List.of();
        entrants.addAll(more);
        // The key is optional for clients and costs a row, which no baseline stores: what is it without?
        List<IssueEntrant> keyless = keyed
                ? List.of(new IssueEntrant(session, session.ours(), "Firstcome, requests without key", false, checks))
                : List.of();
        entrants.addAll(keyless);
        Race.run(session.settings().repetitions(), entrants);
        List<RowResult> results = new ArrayList<>();
        others.forEach((number, other) ->
                results.add(result(number, ours, other, keyless, number.equals("1") ? more : List.of(), checks)));
        return results;
    }

    /** What else stands beside N: doing nothing by the short way, and N without keys. */
    private static List<IssueEntrant> more(Session session, boolean keyed, Checks checks) {
        List<IssueEntrant> more = new ArrayList<>(List.of(new IssueEntrant(
                session, session.baseline(BaselineKind.SHORT), BaselineKind.SHORT.title(), keyed, checks)));
        if (keyed) {
            more.add(new IssueEntrant(
                    session, session.baseline(BaselineKind.NOOP), "no-op, requests without key", false, checks));
        }
        return more;
    }

    private static RowResult result(
            String number,
            IssueEntrant ours,
            IssueEntrant other,
            List<IssueEntrant> keyless,
            List<IssueEntrant> more,
            Checks checks) {
        Row row = ROWS.getOrDefault(number, new Row("", BaselineKind.NOOP, 0, 0));
        Series measured = ours.series(UNIT);
        List<Goal> goals = new ArrayList<>(
                List.of(Goal.ratio(row.title(), measured, other.series(UNIT), row.atLeast(), row.aim())));
        List<Series> series = new ArrayList<>(List.of(measured, other.series(UNIT)));
        keyless.forEach(entrant -> series.add(entrant.series(UNIT)));
        more.forEach(entrant -> series.add(entrant.series(UNIT)));
        List<String> notes = new ArrayList<>(List.of(ours.connectionsNote(), other.connectionsNote()));
        if (!keyless.isEmpty()) {
            IssueEntrant beside = more.size() > 1 ? more.getLast() : other;
            goals.add(Goal.ratio(
                    "the same ratio, requests without Idempotency-Key",
                    keyless.getFirst().series(UNIT),
                    beside.series(UNIT),
                    row.atLeast(),
                    row.aim()));
        }
        if (!more.isEmpty()) {
            goals.add(Goal.low(
                    "its processors have caught up after", ours.settled(), LAG_LIMIT_SECONDS, LAG_AIM_SECONDS));
            goals.add(Goal.high("coupons a second", measured, COUPONS_A_SECOND, COUPONS_A_SECOND));
            notes.add(overShort(measured, more.getFirst().series(UNIT)));
            series.add(ours.settled());
            series.add(ours.resident());
        }
        return new RowResult(number, row.title(), goals, series, checks.all(), notes, "");
    }

    /** Ours beside doing nothing by the short way, for the notes: N goes by Spring MVC, and ours does not. */
    static String overShort(Series ours, Series shortest) {
        return "÷ " + shortest.name() + ": " + Figures.of(ours.median() / shortest.median());
    }
}
