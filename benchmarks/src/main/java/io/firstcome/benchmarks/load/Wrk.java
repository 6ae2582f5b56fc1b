package io.firstcome.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The load generator for ceilings, one thread, with one of our scripts. */
public final class Wrk {

    private final Path scripts;

    /** @param scripts the folder of the Lua scripts */
    public Wrk(Path scripts) {
        this.scripts = scripts;
    }

    /** Its version, or empty when it is not on the PATH. */
    public static Optional<String> version() {
        try {
            Process process =
                    new ProcessBuilder("wrk", "-v").redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return output.lines().findFirst().map(line -> line.replaceFirst(" *Copyright.*", ""));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * A run, to its end.
     *
     * @param script the name of a script
     * @param arguments what the script takes
     */
    public WrkResult run(int port, String script, int connections, int seconds, List<String> arguments) {
        return start(port, script, connections, seconds, arguments).result();
    }

    /** A run that goes on beside. */
    public static final class Running {
        private final Process process;

        private Running(Process process) {
            this.process = process;
        }

        /** Ends it as Ctrl-C does: it then tells what it has seen. */
        public void interrupt() {
            try {
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Whether it has not ended. */
        public boolean isAlive() {
            return process.isAlive();
        }

        /** What it has seen, after its end. */
        public WrkResult result() {
            try {
                WrkResult result =
                        WrkResult.parse(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
                process.waitFor();
                return result;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Starts a run. */
    public Running start(int port, String script, int connections, int seconds, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                "wrk",
                "-t1",
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "30s",
                "-s",
                scripts.resolve(script).toString(),
                "http://127.0.0.1:" + port,
                "--"));
        command.addAll(arguments);
        try {
            return new Running(Generators.start(
                    new ProcessBuilder(command).directory(scripts.toFile()).redirectErrorStream(true)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
