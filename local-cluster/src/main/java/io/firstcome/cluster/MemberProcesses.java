package io.firstcome.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts, stops and signals members by their pid files. Members live on when this JVM ends; whichever JVM comes next
 * finds them.
 *
 * <p>A signal is sent only to a process whose command line has the member's mark.
 */
final class MemberProcesses {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);
    private static final long MAX_LOG_BYTES = 10_000_000;

    /** Writes its own process id, then becomes the member, in a session and process group of its own. */
    private static final String SPAWN = """
            trap '' INT HUP
            echo $$ > "$0.new" && mv "$0.new" "$0"
            if command -v setsid >/dev/null 2>&1; then exec setsid "$@"; fi
            exec perl -e 'use POSIX; POSIX::setsid(); exec @ARGV' "$@"
            """;

    /** What a member's process does. */
    enum State {
        DEAD,
        STOPPED,
        RUNNING
    }

    /** A signal to a member and its children. */
    enum Signal {
        STOP,
        CONT,
        TERM,
        KILL,
        /** HAProxy: end when the open requests have ended. */
        USR1,
        /** HAProxy: read the configuration. */
        USR2
    }

    State state(Member member) {
        Optional<ProcessHandle> process = process(member);
        if (process.isEmpty()) {
            return State.DEAD;
        }
        String flags =
                output("ps", "-o", "stat=", "-p", Long.toString(process.get().pid()));
        return flags.startsWith("T") ? State.STOPPED : State.RUNNING;
    }

    /** The id of the member's process, if it runs or is stopped. */
    Optional<Long> pid(Member member) {
        return process(member).map(ProcessHandle::pid);
    }

    /** Starts the member and returns at once. */
    void start(Member member) {
        try {
            Files.createDirectories(member.dir());
            Member.Launch launch = member.launcher().prepare();
            rotateLog(member.logFile());
            List<String> command =
                    new ArrayList<>(List.of("sh", "-c", SPAWN, member.pidFile().toString()));
            command.addAll(launch.command());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(member.dir().toFile())
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(member.logFile().toFile()));
            builder.environment().putAll(launch.environment());
            builder.start();
        } catch (IOException e) {
            throw new ClusterException("Cannot start " + member.name() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Waits until it serves.
     *
     * @throws ClusterException when its process has ended, or the time is over; the message has the end of its log
     */
    void awaitReady(Member member, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        boolean seen = false;
        while (!ready(member)) {
            boolean alive = process(member).isPresent();
            if (seen && !alive) {
                throw new ClusterException(member.name() + " ended while starting. The end of its log, "
                        + member.logFile() + ":\n" + lastLines(member.logFile()));
            }
            seen |= alive;
            if (System.nanoTime() > end) {
                throw new ClusterException(member.name() + " does not serve after " + limit.toSeconds()
                        + " s, its log: " + member.logFile());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    boolean ready(Member member) {
        try {
            return member.probe().serves();
        } catch (IOException notNow) {
            return false;
        }
    }

    /** Asks it to end, and wakes it if it is stopped; kills it when it has not ended after its grace. */
    void stop(Member member) {
        if (signal(member, member.stage() == Member.Stage.PROXY ? Signal.USR1 : Signal.TERM)) {
            signal(member, Signal.CONT);
            if (!awaitEnd(member, member.grace())) {
                kill(member);
            }
        }
        remove(member.pidFile());
    }

    /** Writes its configuration anew and has it read. Returns whether there was a process to read it. */
    boolean reload(Member member) {
        try {
            member.launcher().prepare();
        } catch (IOException e) {
            throw new ClusterException("Cannot configure " + member.name() + ": " + e.getMessage(), e);
        }
        return signal(member, Signal.USR2);
    }

    /** Ends it at once, with its children. Returns whether there was one. */
    boolean kill(Member member) {
        boolean killed = signal(member, Signal.KILL);
        if (killed && !awaitEnd(member, KILL_LIMIT)) {
            throw new ClusterException(member.name() + " does not end, not even by SIGKILL");
        }
        return killed;
    }

    /** Sends a signal. Returns whether there was a process to send it to. */
    boolean signal(Member member, Signal signal) {
        Optional<ProcessHandle> process = process(member);
        if (process.isEmpty()) {
            return false;
        }
        // HAProxy's worker is a child that must not serve on while its parent is stopped. Whoever is asked to end does
        // it in his own order.
        boolean all = signal == Signal.STOP || signal == Signal.CONT || signal == Signal.KILL;
        String prefix = all ? "-" : "";
        output("kill", "-" + signal, "--", prefix + process.get().pid());
        return true;
    }

    private boolean awaitEnd(Member member, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (process(member).isPresent() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return process(member).isEmpty();
    }

    /** A process that has ended and that nobody has waited for has an id, but no command line. */
    private static Optional<ProcessHandle> process(Member member) {
        return recordedPid(member.pidFile())
                .flatMap(ProcessHandle::of)
                .filter(process -> process.isAlive()
                        && process.info().commandLine().orElse("").contains(member.mark()));
    }

    private static Optional<Long> recordedPid(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file).trim() : "";
            return text.matches("[1-9][0-9]{0,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String output(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lastLines(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "(not readable: " + e.getMessage() + ")";
        }
    }

    private static void rotateLog(Path file) throws IOException {
        if (Files.exists(file) && Files.size(file) > MAX_LOG_BYTES) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
