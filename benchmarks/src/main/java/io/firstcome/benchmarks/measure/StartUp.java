package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Goal;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.Series;
import io.firstcome.benchmarks.system.Bare;
import io.firstcome.benchmarks.system.Ours;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Row 12: from the command to "ready", with everything that is in the one process. */
public final class StartUp implements Measurement {

    private static final Logger log = LoggerFactory.getLogger(StartUp.class);
    private static final String TITLE = "ready after start ÷ a bare Spring Boot web application";

    @Override
    public List<String> rows() {
        return List.of("12");
    }

    @Override
    public List<RowResult> measure(Session session, Set<String> asked) {
        session.close();
        Bare bare = new Bare(session.home());
        bare.rehearse();
        Checks checks = new Checks();
        Starts ours = new Starts("Firstcome, with its three servers", () -> startOurs(session));
        Starts plain = new Starts("bare application", () -> bare.startSeconds(false));
        Starts cached = new Starts("bare application with an AOT cache too", () -> bare.startSeconds(bare.hasCache()));
        Race.run(session.settings().repetitions(), List.of(ours, plain, cached));
        checks.verify("the bare application's AOT cache was made", bare.hasCache(), "as that of ours, by a rehearsal");
        checks.verify(
                "ours has its AOT cache",
                Files.exists(session.home().project().resolve("standalone/target/firstcome.aot")),
                "made by ./firstcome run after a build");
        Series first = ours.series();
        return List.of(new RowResult(
                "12",
                TITLE,
                List.of(
                        Goal.lowRatio(TITLE, first, plain.series(), 5, 2.5),
                        Goal.lowRatio(
                                "the same, the bare application with an AOT cache too",
                                first,
                                cached.series(),
                                5,
                                2.5)),
                List.of(first, plain.series(), cached.series()),
                checks.all(),
                List.of(
                        "From the command to the line that says so; built, on data of an earlier run. Ours has the AOT cache that"
                                + " `./firstcome run` makes after a build. Nothing else runs."),
                ""));
    }

    private static double startOurs(Session session) {
        try (Ours started = session.startOurs("start", List.of())) {
            return started.readySeconds();
        }
    }

    /** One who is started again and again. */
    private static final class Starts implements Race.Entrant {
        private final String title;
        private final DoubleSupplier start;
        private final List<Double> seconds = new ArrayList<>();

        Starts(String title, DoubleSupplier start) {
            this.title = title;
            this.start = start;
        }

        @Override
        public String title() {
            return title;
        }

        /** The first start makes the data, and brings the files into memory. */
        @Override
        public void warmUp() {
            log.info("    {} s", Figures.of(start.getAsDouble()));
        }

        @Override
        public String run() {
            seconds.add(start.getAsDouble());
            return Figures.of(seconds.getLast()) + " s";
        }

        Series series() {
            return new Series(title, "s", seconds);
        }
    }
}
