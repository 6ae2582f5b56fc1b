package io.firstcome.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Arrivals at a rate, by a tool that everybody knows. It takes a quarter of a millisecond of a processor for each request, several
 * times as much as {@link Arrivals}: too much beside a server on the same few cores.
 */
public final class K6 {

    private static final JsonMapper JSON = new JsonMapper();

    private K6() {}

    /**
     * What k6 saw.
     *
     * @param answers requests that were answered
     * @param failed of these, with a status of 400 or more, or without an answer
     * @param dropped arrivals that did not take place, since no user was free
     * @param p50 in ms
     * @param p99 in ms
     * @param cpuSeconds the processor time that it took, with its start; 0 where the system does not tell it
     */
    public record Result(long answers, long failed, long dropped, double p50, double p99, double cpuSeconds) {}

    /** Its version, or empty when it is neither at {@code $K6} nor on the PATH. */
    public static Optional<String> version() {
        try {
            Process process = new ProcessBuilder(command(), "version")
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String command() {
        return System.getenv().getOrDefault("K6", "k6");
    }

    /** Runs a script to its end. */
    public static Result run(Path script, Path work, Map<String, String> environment) {
        Path summary = work.resolve("k6-summary.json");
        List<String> command = new ArrayList<>(List.of(
                command(),
                "run",
                "--quiet",
                "--no-thresholds",
                "--no-usage-report",
                "--summary-export",
                summary.toString()));
        environment.forEach((name, value) -> command.addAll(List.of("-e", name + "=" + value)));
        command.add(script.toString());
        try {
            Files.deleteIfExists(summary);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(work.resolve("log").resolve("k6.log").toFile());
            // Its garbage collector would take a tenth of all that it takes.
            builder.environment().putIfAbsent("GOGC", "400");
            long ticks = ticksOfEndedChildren();
            Generators.start(builder).waitFor();
            ticks = ticksOfEndedChildren() - ticks;
            if (!Files.exists(summary)) {
                throw new IllegalStateException("k6 did not end as it should, see "
                        + work.resolve("log").resolve("k6.log"));
            }
            JsonNode metrics = JSON.readTree(Files.readString(summary)).get("metrics");
            JsonNode durations = metrics.get("http_req_duration");
            return new Result(
                    metrics.get("http_reqs").get("count").asLong(),
                    metrics.path("http_req_failed").path("passes").asLong(0),
                    metrics.path("dropped_iterations").path("count").asLong(0),
                    durations.get("med").asDouble(),
                    durations.get("p(99)").asDouble(),
                    ticks / 100.0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** User and system time: fields 16 and 17, counted after the name in brackets. */
    private static long ticksOfEndedChildren() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
        } catch (IOException e) {
            return 0;
        }
    }
}
