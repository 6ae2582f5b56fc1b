package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Bare;
import io.firstcome.benchmarks.system.Home;
import io.firstcome.benchmarks.system.Ours;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/** Row 12: from the command to ready. */
public final class StartUp extends Measurement {

    private static final String TITLE = "ready after start ÷ a bare Spring Boot web application";

    @Override
    public List<String> rows() {
        return List.of("12");
    }

    /** Stops all that runs. The first start makes the data, and brings the files into memory. */
    @Override
    List<Entrant> ours(Session session, Home home, Checks checks) {
        session.close();
        Runnable before = () -> checks.verify(
                home.title() + " has its AOT cache",
                Files.exists(home.cache()),
                "made by ./firstcome run after a build");
        return List.of(
                new TimedEntrant(home.title() + ", with its three servers", "s", before, () -> start(session, home)));
    }

    private static double start(Session session, Home home) {
        try (Ours started = session.startOurs(home, "start", List.of())) {
            return started.readySeconds();
        }
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        Checks checks = new Checks();
        Entrant ours = ours(session, session.home(), checks).getFirst();
        Bare bare = new Bare(session.home());
        bare.rehearse();
        checks.verify("the bare application's AOT cache was made", bare.hasCache(), "as that of ours, by a rehearsal");
        Entrant plain = new TimedEntrant("bare application", "s", () -> {}, () -> bare.startSeconds(false));
        Entrant cached = new TimedEntrant(
                "bare application with an AOT cache too", "s", () -> {}, () -> bare.startSeconds(bare.hasCache()));
        Race.run(session.settings().repetitions(), List.of(ours, plain, cached));
        Series first = ours.series().getFirst();
        Series second = plain.series().getFirst();
        Series third = cached.series().getFirst();
        return List.of(new RowResult(
                "12",
                List.of(
                        Goal.lowRatio(TITLE, first, second, 5, 2.5),
                        Goal.lowRatio("the same, the bare application with an AOT cache too", first, third, 5, 2.5)),
                List.of(first, second, third),
                checks.all(),
                List.of("From the command to the line that says so; built, on data of an earlier run. Ours has the AOT"
                        + " cache that `./firstcome run` makes after a build. Nothing else runs.")));
    }
}
