package io.firstcome.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One server as a child process, in a session of its own, so that a Ctrl-C in the terminal does not reach it: this
 * JVM stops it in its own order. A {@link Watchdog} stops it when this JVM is gone, even after a kill -9.
 */
final class ServerProcess {
    private static final Logger log = LoggerFactory.getLogger(ServerProcess.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final long MAX_LOG_BYTES = 10_000_000;

    /** Writes its own process id, then becomes the server: the id is known even if this JVM dies meanwhile. */
    private static final String SPAWN = """
            trap '' INT
            echo $$ > "$0.new" && mv "$0.new" "$0"
            if command -v setsid >/dev/null 2>&1; then exec setsid "$@"; fi
            if command -v perl >/dev/null 2>&1; then exec perl -e 'use POSIX; POSIX::setsid(); exec @ARGV' "$@"; fi
            exec "$@"
            """;

    /** What is to run. {@code marker} is a part of the command line that no other directory's server has. */
    record Plan(
            String name,
            Path dir,
            List<String> command,
            Map<String, String> environment,
            String marker,
            Probe probe,
            Watchdog.Manner whenOrphaned) {
        Path pidFile() {
            return dir.resolve(name + ".pid");
        }

        Path logFile() {
            return dir.resolve(name + ".log");
        }
    }

    /** Answers whether the server serves. An exception means: not yet. */
    interface Probe {
        boolean serves() throws IOException;
    }

    private final Plan plan;
    private final Process process;
    private final Watchdog watchdog;

    private ServerProcess(Plan plan, Process process, Watchdog watchdog) {
        this.plan = plan;
        this.process = process;
        this.watchdog = watchdog;
    }

    /** Stops what an earlier run has left in this directory, starts the server and waits until it serves. */
    static ServerProcess start(Plan plan) {
        try {
            Files.createDirectories(plan.dir());
            StaleProcess.stop(plan.pidFile(), plan.marker());
            rotateLog(plan.logFile());
            List<String> command = new ArrayList<>(
                    List.of("sh", "-c", SPAWN, plan.pidFile().toAbsolutePath().toString()));
            command.addAll(plan.command());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(plan.dir().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(plan.logFile().toFile()));
            builder.environment().putAll(plan.environment());
            Process process = builder.start();
            process.getOutputStream().close();
            ServerProcess server = new ServerProcess(plan, process, Watchdog.over(process.pid(), plan.whenOrphaned()));
            server.awaitServing();
            return server;
        } catch (IOException e) {
            throw new EmbeddedServerException("Cannot start " + plan.name() + " in " + plan.dir(), e);
        }
    }

    String name() {
        return plan.name();
    }

    long pid() {
        return process.pid();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Asks the server to end, waits that long, then ends it. Returns when it has ended. */
    void stop(Duration grace) {
        process.destroy();
        if (!awaitExit(grace)) {
            log.warn("{} did not stop within {}, killing it", plan.name(), grace);
        }
        kill();
    }

    void kill() {
        process.destroyForcibly();
        awaitExit(Duration.ofSeconds(10));
        watchdog.dismiss();
        plan.pidFile().toFile().delete();
    }

    private void awaitServing() {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!serves()) {
            if (awaitExit(Duration.ofMillis(15))) {
                watchdog.dismiss();
                throw new EmbeddedServerException(plan.name() + " ended while starting with code " + process.exitValue()
                        + ", its log: " + plan.logFile() + "\n" + lastLines());
            }
            if (System.nanoTime() > limit) {
                kill();
                throw new EmbeddedServerException(
                        plan.name() + " does not serve after " + START_LIMIT + ", its log: " + plan.logFile());
            }
        }
    }

    private boolean serves() {
        try {
            return plan.probe().serves();
        } catch (IOException notYet) {
            return false;
        }
    }

    private boolean awaitExit(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(plan.logFile());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "(log not readable: " + e.getMessage() + ")";
        }
    }

    private static void rotateLog(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > MAX_LOG_BYTES) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
