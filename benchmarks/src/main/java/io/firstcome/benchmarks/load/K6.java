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

/** The load generator for latency: arrivals at a rate, whether or not the server keeps up. */
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
     */
    public record Result(long answers, long failed, long dropped, double p50, double p99) {}

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
        List<String> command =
                new ArrayList<>(List.of(command(), "run", "--quiet", "--summary-export", summary.toString()));
        environment.forEach((name, value) -> command.addAll(List.of("-e", name + "=" + value)));
        command.add(script.toString());
        try {
            Files.deleteIfExists(summary);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(work.resolve("log").resolve("k6.log").toFile())
                    .start();
            process.waitFor();
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
                    durations.get("p(99)").asDouble());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
