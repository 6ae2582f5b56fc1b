package io.firstcome.benchmarks;

import io.firstcome.benchmarks.Options.UsageException;
import io.firstcome.benchmarks.load.Wrk;
import io.firstcome.benchmarks.measure.Cold;
import io.firstcome.benchmarks.measure.Depth;
import io.firstcome.benchmarks.measure.HotCoupon;
import io.firstcome.benchmarks.measure.Measurement;
import io.firstcome.benchmarks.measure.OpenLoop;
import io.firstcome.benchmarks.measure.OrderFlow;
import io.firstcome.benchmarks.measure.Overload;
import io.firstcome.benchmarks.measure.Replay;
import io.firstcome.benchmarks.measure.Session;
import io.firstcome.benchmarks.measure.Settings;
import io.firstcome.benchmarks.measure.SoldOut;
import io.firstcome.benchmarks.measure.StartUp;
import io.firstcome.benchmarks.measure.StockReads;
import io.firstcome.benchmarks.measure.Story;
import io.firstcome.benchmarks.report.Condition;
import io.firstcome.benchmarks.report.RawResults;
import io.firstcome.benchmarks.report.RowResult;
import io.firstcome.benchmarks.report.RunResult;
import io.firstcome.benchmarks.system.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program behind {@code ./bench}. Exit codes: 0 when all was measured and is correct, 1 when something failed, 2 for options
 * that are not understood, 3 when a correctness check failed.
 */
public final class Bench {

    private static final Logger log = LoggerFactory.getLogger(Bench.class);

    private static final List<Measurement> ALL = List.of(
            new HotCoupon(),
            new SoldOut(),
            new StockReads(),
            new OrderFlow(),
            new OpenLoop(),
            new Depth(),
            new Story(),
            new Overload(),
            new Cold(),
            new Replay(),
            // The last: it stops all that runs.
            new StartUp());

    private static final double MOST_OTHER_WORK = 0.05;

    private final Options options;
    private final Home home;
    private final Output output;

    @SuppressWarnings({"UnusedVariable", "FieldCanBeLocal"
    }) // a lock ends with its channel, a channel with its last reference
    private @Nullable FileChannel locked;

    private Bench(Options options, Home home) {
        this.options = options;
        this.home = home;
        this.output = new Output(home, options.publish());
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        try {
            Options options = Options.parse(List.of(arguments));
            Path project = Path.of(System.getProperty("firstcome.home", "."))
                    .toAbsolutePath()
                    .normalize();
            Home home = new Home(project, project.resolve("benchmarks/target/bench"));
            System.exit(new Bench(options, home).run());
        } catch (UsageException e) {
            log.info("{}\n\n{}", e.getMessage(), Options.usage());
            System.exit(2);
        } catch (RuntimeException e) {
            if (isBeingStopped()) {
                log.info("Stopped. The raw results of the rows before are kept");
            } else {
                log.error("It could not be measured", e);
            }
            System.exit(1);
        }
    }

    private int run() {
        if (!options.from().isEmpty()) {
            RunResult merged = RunResult.merged(
                    options.from().stream().map(RawResults::read).toList());
            output.write(merged);
            return 0;
        }
        if (Wrk.version().isEmpty()) {
            throw new IllegalStateException("wrk is not on the PATH. Get it with: apt install wrk; brew install wrk");
        }
        RunResult result = measure();
        log.info("Raw results: {}", output.writeRaw(result));
        output.write(result);
        return result.rows().stream().allMatch(RowResult::isGreen) ? 0 : 3;
    }

    private RunResult measure() {
        lock();
        String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String commit = Commit.of(home.project());
        log.info("Looking at the machine");
        output.forgetEarlierData();
        List<Condition> conditions = new ArrayList<>(Machine.conditions(home.work()));
        List<RowResult> rows = new ArrayList<>();
        Machine.Snapshot begin = Machine.Snapshot.now();
        Session session = new Session(home, options.settings());
        try (session) {
            conditions.addAll(Servers.conditions(session.ours(), home));
            conditions.forEach(Bench::say);
            for (Measurement measurement : ALL) {
                Set<String> asked = asked(measurement);
                if (!asked.isEmpty()) {
                    log.info("Row {}", String.join(", ", asked));
                    List<RowResult> measured = measure(measurement, session, asked);
                    measured.forEach(Bench::say);
                    rows.addAll(measured);
                    session.warmUps().told(String.join(", ", asked)).forEach(condition -> {
                        say(condition);
                        conditions.add(condition);
                    });
                    // What is broken off later loses nothing.
                    output.writeRaw(result(at, commit, conditions, begin, rows));
                }
            }
        }
        return result(at, commit, conditions, begin, rows);
    }

    private RunResult result(
            String at, String commit, List<Condition> conditions, Machine.Snapshot begin, List<RowResult> rows) {
        List<Condition> all = new ArrayList<>(conditions);
        all.add(otherWork(begin));
        return new RunResult(at, commit, settings(), all, rows);
    }

    /** Held until this process ends: two runs would measure each other. */
    private void lock() {
        Path file = home.project().resolve("benchmarks/target/bench.lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locked = channel;
            if (channel.tryLock() == null) {
                throw new IllegalStateException("Another ./bench runs here");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What fails takes no other row with it: all is started anew for the next one. */
    private static List<RowResult> measure(Measurement measurement, Session session, Set<String> asked) {
        try {
            return measurement.measure(session, asked);
        } catch (RuntimeException e) {
            if (isBeingStopped()) {
                // No result: it would take the place of an earlier one.
                throw e;
            }
            log.error("It could not be measured", e);
            session.close();
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            String why = String.valueOf(root.getMessage());
            return asked.stream().map(row -> RowResult.failed(row, why)).toList();
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

    private Set<String> asked(Measurement measurement) {
        Set<String> rows = new LinkedHashSet<>(measurement.rows());
        if (!options.rows().isEmpty()) {
            rows.retainAll(options.rows());
        }
        return rows;
    }

    private static Condition otherWork(Machine.Snapshot begin) {
        double busy = Machine.busyOfOthers(begin, Machine.Snapshot.now());
        return new Condition(
                "Other work during the measurement",
                Machine.percent(busy) + " of the processors",
                busy <= MOST_OTHER_WORK,
                "Something else ran on this machine meanwhile.");
    }

    private String settings() {
        Settings settings = options.settings();
        return settings.repetitions() + " runs of " + settings.seconds()
                + " s for each contestant, taking turns forwards and"
                + " backwards, after a warm-up of " + settings.warmUp()
                + " s at least, and up to " + Math.max(settings.warmUp(), settings.warmUpLimit())
                + " s for what still became faster; connections tried: "
                + settings.connections() + ". Figures are medians. Requests carry a token of their own user, of "
                + settings.users() + " in turn"
                + (settings.keyed() ? ", and an Idempotency-Key." : ", and no Idempotency-Key.");
    }

    private static void say(Condition condition) {
        if (!condition.met()) {
            log.info("  NOT MET: {}: {}. {}", condition.name(), condition.value(), condition.otherwise());
        }
    }

    private static void say(RowResult row) {
        if (!row.leftOut().isEmpty()) {
            log.info("  {}: left out: {}", row.row(), row.leftOut());
        }
        row.goals().forEach(goal -> log.info("  {}: {} ({})", row.row(), goal, goal.verdict()));
    }
}
