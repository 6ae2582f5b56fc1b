package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.BaselineKind;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Row 6: how fast those are told who came too late. */
public final class SoldOut implements Measurement {

    private static final String TITLE = "sold-out refusals a second ÷ N(POST)";
    private static final String UNIT = "answers/s";
    private static final double AT_LEAST = 0.8;
    private static final double AIM = 0.95;
    private static final double REFUSALS_A_SECOND = 25_000;

    @Override
    public List<String> rows() {
        return List.of("6");
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        boolean keyed = session.settings().keyed();
        Checks checks = new Checks();
        List<PublishEntrant> entrants = new ArrayList<>(pair(session, keyed, "", checks));
        if (keyed) {
            entrants.addAll(pair(session, false, ", requests without key", checks));
        }
        PublishEntrant shortest = new IssueEntrant(
                session, session.baseline(BaselineKind.SHORT), BaselineKind.SHORT.title(), keyed, checks);
        entrants.add(shortest);
        Race.run(session.settings().repetitions(), entrants);
        List<Series> series =
                entrants.stream().map(entrant -> entrant.series(UNIT)).toList();
        List<Goal> goals = new ArrayList<>(List.of(
                Goal.ratio(TITLE, series.get(0), series.get(1), AT_LEAST, AIM),
                Goal.high("refusals a second", series.get(0), REFUSALS_A_SECOND, REFUSALS_A_SECOND)));
        if (keyed) {
            goals.add(Goal.ratio(
                    "the same ratio, requests without Idempotency-Key", series.get(2), series.get(3), AT_LEAST, AIM));
            goals.add(Goal.high(
                    "refusals a second, requests without Idempotency-Key",
                    series.get(2),
                    REFUSALS_A_SECOND,
                    REFUSALS_A_SECOND));
        }
        List<String> notes = new ArrayList<>(
                entrants.stream().map(PublishEntrant::connectionsNote).toList());
        notes.add(HotCoupon.overShort(series.getFirst(), series.getLast()));
        return List.of(new RowResult("6", TITLE, goals, series, checks.all(), notes, ""));
    }

    private static List<PublishEntrant> pair(Session session, boolean keyed, String more, Checks checks) {
        return List.of(
                new RefusalEntrant(session, session.ours(), "Firstcome" + more, keyed, checks),
                new IssueEntrant(
                        session, session.baseline(BaselineKind.NOOP), BaselineKind.NOOP.title() + more, keyed, checks));
    }
}
