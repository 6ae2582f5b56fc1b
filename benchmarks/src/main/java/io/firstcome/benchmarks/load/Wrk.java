package io.firstcome.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs the load generator wrk: one thread, many connections, each waits for its answer before it asks again. */
public final class Wrk {

    /** Those that run: none may outlive this JVM. */
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroy), "end-load"));
    }

    private final Path scripts;

    /** @param scripts the folder of the Lua scripts */
    public Wrk(Path scripts) {
        this.scripts = scripts;
    }

    /** Its version, or empty when it is not on the PATH. */
    public static Optional<String> version() {
        try {
            return output(new ProcessBuilder("wrk", "-v"))
                    .lines()
                    .findFirst()
                    .map(line -> line.replaceFirst(" *Copyright.*", ""));
        } catch (UncheckedIOException e) {
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
        List<String> command = new ArrayList<>(List.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s"));
        command.addAll(List.of("--timeout", "30s", "-s", scripts.resolve(script).toString()));
        command.addAll(List.of("http://127.0.0.1:" + port, "--"));
        command.addAll(arguments);
        return WrkResult.parse(output(new ProcessBuilder(command).directory(scripts.toFile())));
    }

    private static String output(ProcessBuilder command) {
        try {
            Process process = command.redirectErrorStream(true).start();
            RUNNING.add(process);
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            RUNNING.remove(process);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
