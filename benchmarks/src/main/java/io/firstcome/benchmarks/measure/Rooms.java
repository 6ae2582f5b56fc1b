package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.baseline.BaselineKind;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.system.Home;
import io.firstcome.benchmarks.system.Ours;
import java.util.List;
import java.util.Set;

/** Row 14: to enter a waiting room, to ask for the place in it, and what a room costs what it protects. */
public final class Rooms extends Measurement {

    private static final String ENTERING = "entries into a waiting room a second ÷ no-op by Spring MVC";
    private static final String ASKING = "places asked for a second ÷ no-op by Spring MVC";
    private static final String BEHIND = "issues a second on one campaign behind a room ÷ on one without";

    @Override
    public List<String> rows() {
        return List.of("14");
    }

    @Override
    List<Entrant> ours(Session session, Home home, Checks checks) {
        Ours system = session.ours(home);
        return List.of(
                new EntryEntrant(session, system, checks),
                new PlaceEntrant(session, system, checks),
                new AdmittedIssueEntrant(session, system, checks));
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        Checks checks = new Checks();
        int repetitions = session.settings().repetitions();
        EntryEntrant entries = new EntryEntrant(session, session.ours(), checks);
        EntryEntrant noEntries = new EntryEntrant(session, session.baseline(BaselineKind.NOOP), checks);
        Race.run(repetitions, List.of(entries, noEntries));
        PlaceEntrant places = new PlaceEntrant(session, session.ours(), checks);
        PlaceEntrant noPlaces = new PlaceEntrant(session, session.baseline(BaselineKind.NOOP), checks);
        Race.run(repetitions, List.of(places, noPlaces));
        places.close();
        AdmittedIssueEntrant behind = new AdmittedIssueEntrant(session, session.ours(), checks);
        IssueEntrant open = new IssueEntrant(session, session.ours(), true, checks);
        Race.run(repetitions, List.of(behind, open));
        return List.of(new RowResult(
                "14",
                List.of(
                        Goal.ratio(ENTERING, entries.rates(), noEntries.rates(), 0.2, 0.2),
                        Goal.ratio(ASKING, places.rates(), noPlaces.rates(), 0.5, 0.5),
                        Goal.ratio(BEHIND, behind.rates(), open.rates(), 0.95, 0.95)),
                List.of(
                        entries.rates(),
                        noEntries.rates(),
                        places.rates(),
                        noPlaces.rates(),
                        behind.rates(),
                        open.rates(),
                        behind.settled(),
                        open.settled()),
                checks.all(),
                List.of(
                        "Who enters sends no Idempotency-Key: a user has one place, however often they enter. The room is new"
                                + " in each run and admits users meanwhile.",
                        Figures.of(PlaceEntrant.WAITING)
                                + " users at most wait and ask in turn. Their room has admitted "
                                + Figures.of(PlaceEntrant.ADMITTED) + " others and is paused.",
                        "The benchmark signs the admissions of the issues behind a room, each for one user, one room and"
                                + " one request. The room has not admitted these users, so it is told of each issue and has"
                                + " no place to end.")));
    }
}
