package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.report.AgainstReport.Pair;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One or more rows of the table that are measured together. */
public abstract class Measurement {

    /** The numbers of its rows. */
    public abstract List<String> rows();

    /** What is measured of the system of a checkout, whatever it is compared with. Starts that system if it does not run. */
    abstract List<Entrant> ours(Session session, Home home, Checks checks);

    /** Measures the asked ones of its rows. */
    public abstract List<RowResult> measure(Session session, Set<String> asked);

    /**
     * Measures the same of two checkouts, in turns.
     *
     * @param pairs gets a pair for each figure
     */
    public RowResult measureAgainst(Session session, Home old, String asked, List<Pair> pairs) {
        Checks checks = new Checks();
        List<Entrant> before = ours(session, old, checks);
        List<Entrant> now = ours(session, session.home(), checks);
        List<Entrant> inTurns = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            inTurns.addAll(List.of(before.get(i), now.get(i)));
        }
        Race.run(session.settings().repetitions(), inTurns);
        List<Series> all = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            List<Series> first = before.get(i).series();
            List<Series> second = now.get(i).series();
            for (int k = 0; k < first.size(); k++) {
                pairs.add(new Pair(asked, title(first.get(k), old), first.get(k), second.get(k)));
                all.addAll(List.of(first.get(k), second.get(k)));
            }
        }
        return new RowResult(asked, List.of(), all, checks.all(), List.of());
    }

    /** The name of the figures without that of the system; what has no more name is called by its unit. */
    private static String title(Series series, Home home) {
        return series.name().equals(home.title())
                ? series.unit()
                : series.name().replace(home.title() + ", ", "");
    }
}
