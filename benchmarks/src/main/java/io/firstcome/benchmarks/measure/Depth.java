package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import java.util.List;
import java.util.Set;

/** Row 10: a command costs the same after a million events. */
public final class Depth implements Measurement {

    private static final String UNIT = "issues/s";
    private static final int FEW = 1_000;

    @Override
    public List<String> rows() {
        return List.of("10");
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        int many = session.settings().history();
        String title = "issues a second with " + Figures.of(many) + " issued before ÷ with " + Figures.of(FEW);
        Checks checks = new Checks();
        DepthEntrant deep =
                new DepthEntrant(session, session.ours(), Figures.of(many) + " issued before", many, false, checks);
        DepthEntrant shallow =
                new DepthEntrant(session, session.ours(), Figures.of(FEW) + " issued before", FEW, true, checks);
        Race.run(session.settings().repetitions(), List.of(deep, shallow));
        Series after = deep.series(UNIT);
        Series first = shallow.series(UNIT);
        return List.of(new RowResult(
                "10",
                title,
                List.of(Goal.ratio(title, after, first, 0.9, 0.98)),
                List.of(after, first),
                checks.all(),
                List.of("An operator asks for the users, each another one: there are more than tokens were made for."),
                ""));
    }
}
