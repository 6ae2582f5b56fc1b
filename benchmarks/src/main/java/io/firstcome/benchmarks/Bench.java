package io.firstcome.benchmarks;

import io.firstcome.benchmarks.Options.UsageException;
import io.firstcome.benchmarks.load.Wrk;
import io.firstcome.benchmarks.measure.Cold;
import io.firstcome.benchmarks.measure.Depth;
import io.firstcome.benchmarks.measure.HotCoupon;
import io.firstcome.benchmarks.measure.Measurement;
import io.firstcome.benchmarks.measure.OpenLoop;
import io.firstcome.benchmarks.measure.OrderFlow;
import io.firstcome.benchmarks.measure.Replay;
import io.firstcome.benchmarks.measure.Rooms;
import io.firstcome.benchmarks.measure.Seats;
import io.firstcome.benchmarks.measure.Session;
import io.firstcome.benchmarks.measure.SoldOut;
import io.firstcome.benchmarks.measure.StartUp;
import io.firstcome.benchmarks.measure.StockReads;
import io.firstcome.benchmarks.report.AgainstReport;
import io.firstcome.benchmarks.report.AgainstReport.Pair;
import io.firstcome.benchmarks.report.Condition;
import io.firstcome.benchmarks.report.MarkdownReport;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.RunResult;
import io.firstcome.benchmarks.system.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program behind {@code ./bench}. Exit codes: 0 when all was measured and is correct, 1 when something failed, 2 for options
 * that are not understood, 3 when a correctness check failed.
 */
public final class Bench {

    private static final Logger log = LoggerFactory.getLogger(Bench.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final List<Measurement> ALL = List.of(
            new HotCoupon(),
            new SoldOut(),
            new StockReads(),
            new OrderFlow(),
            new OpenLoop(),
            new Depth(),
            new Cold(),
            new Rooms(),
            new Seats(),
            new Replay(),
            // The last: it stops all that runs.
            new StartUp());

    private final Options options;
    private final Path target;
    private final Home home;
    private final @Nullable Home old;
    private final String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    private final List<Condition> conditions = new ArrayList<>();
    private final List<RowResult> rows = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();

    private Bench(Options options, Path project) {
        this.options = options;
        this.target = project.resolve("benchmarks/target");
        Path work = target.resolve("bench");
        Path against = options.against();
        this.home = new Home(against == null ? "Firstcome" : "new", project, work);
        this.old = against == null ? null : new Home("old", against, work.resolve("old"));
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        try {
            Options options = Options.parse(List.of(arguments));
            Path project = Path.of(System.getProperty("firstcome.home", "."));
            System.exit(new Bench(options, project.toAbsolutePath().normalize()).run());
        } catch (UsageException e) {
            log.info("{}. ./bench --help tells what it takes", e.getMessage());
            System.exit(2);
        } catch (IOException | RuntimeException e) {
            if (isBeingStopped()) {
                log.info("Stopped. The results of the rows before are kept");
            } else {
                log.error("It could not be measured", e);
            }
            System.exit(1);
        }
    }

    private int run() throws IOException {
        if (Wrk.version().isEmpty()) {
            throw new IllegalStateException("wrk is not on the PATH. Get it with: apt install wrk; brew install wrk");
        }
        Files.createDirectories(target);
        // Held until this process ends: two runs would measure each other.
        try (FileChannel lock =
                FileChannel.open(target.resolve("bench.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                throw new IllegalStateException("Another ./bench runs here");
            }
            // Runs on old data would find old campaigns.
            FileSystemUtils.deleteRecursively(home.work());
            Files.createDirectories(home.work());
            log.info("Looking at the machine");
            conditions.addAll(Conditions.ofMachine(home.work()));
            try (Session session = new Session(home, options.settings())) {
                if (old == null) {
                    conditions.addAll(Conditions.ofServers(session.ours(), home));
                }
                for (Measurement measurement : ALL) {
                    Set<String> asked = asked(measurement);
                    if (!asked.isEmpty()) {
                        measure(measurement, session, asked);
                        // What is broken off later loses nothing.
                        write();
                    }
                }
            }
            log.info("\n{}\nWritten to {}", write(), target.resolve("results"));
        }
        return rows.stream().allMatch(RowResult::isGreen) ? 0 : 3;
    }

    private Set<String> asked(Measurement measurement) {
        Set<String> numbers = new LinkedHashSet<>(measurement.rows());
        if (!options.rows().isEmpty()) {
            numbers.retainAll(options.rows());
        }
        return numbers;
    }

    private void measure(Measurement measurement, Session session, Set<String> asked) {
        String numbers = String.join(", ", asked);
        log.info("Row {}", numbers);
        Home other = old;
        List<RowResult> measured = resultsOf(
                session,
                asked,
                () -> other == null
                        ? measurement.measure(session, asked)
                        : List.of(measurement.measureAgainst(session, other, numbers, pairs)));
        session.stopOthers();
        rows.addAll(measured);
        measured.forEach(row -> row.goals().forEach(goal -> log.info("  {}: {}", row.row(), goal)));
        conditions.addAll(session.warmUps().told(numbers));
    }

    /** What fails takes no other row with it: all is started anew for the next one. */
    private static List<RowResult> resultsOf(Session session, Set<String> asked, Supplier<List<RowResult>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (isBeingStopped()) {
                throw e;
            }
            log.error("It could not be measured", e);
            session.close();
            return asked.stream()
                    .map(row -> RowResult.failed(row, String.valueOf(e.getMessage())))
                    .toList();
        }
    }

    /** Whether a signal ends this JVM, which ends all that it has started: then nothing that fails tells anything. */
    private static boolean isBeingStopped() {
        Thread never = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(never);
            Runtime.getRuntime().removeShutdownHook(never);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** Tables and raw figures. Returns the tables. */
    private String write() {
        String commit = (old == null ? "" : "old " + old.commit() + ", new ") + home.commit();
        RunResult result = new RunResult(at, commit, options.settings().toString(), conditions, rows);
        String tables = (old == null ? "" : AgainstReport.of(pairs) + "\n") + MarkdownReport.of(result);
        Path results = target.resolve("results");
        String name = at.replaceAll("[-:Z]", "");
        try {
            Files.createDirectories(results);
            Files.writeString(results.resolve(name + ".json"), JSON.writeValueAsString(result));
            Files.writeString(results.resolve(name + ".md"), tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }
}
