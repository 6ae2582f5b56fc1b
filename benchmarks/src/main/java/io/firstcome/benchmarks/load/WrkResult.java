package io.firstcome.benchmarks.load;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What wrk saw. Requests that were under way at the end are in none of these numbers.
 *
 * @param answers that came whole
 * @param refused of these, with a status of 400 or more
 * @param broken connections that failed, and requests without an answer
 * @param seconds from the start of its threads to their end
 * @param p50 of a closed loop, in ms: each connection waits for its answer before it asks again
 * @param p99 the same
 * @param exhausted whether the prepared requests did not last
 */
public record WrkResult(
        long answers, long refused, long broken, double seconds, double p50, double p99, boolean exhausted) {

    private static final String MARK = "BENCH ";
    private static final JsonMapper JSON = new JsonMapper();

    /** Reads the line that our scripts print at the end. */
    static WrkResult parse(String output) {
        String json = output.lines()
                .filter(line -> line.startsWith(MARK))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk did not end as it should:\n" + output))
                .substring(MARK.length());
        JsonNode result = JSON.readTree(json);
        return new WrkResult(
                result.get("answers").asLong(),
                result.get("refused").asLong(),
                result.get("broken").asLong(),
                result.get("micros").asDouble() / 1e6,
                result.get("p50").asDouble() / 1e3,
                result.get("p99").asDouble() / 1e3,
                result.get("exhausted").asBoolean());
    }

    /** Answers with a status below 400. */
    public long accepted() {
        return answers - refused;
    }

    public double acceptedPerSecond() {
        return accepted() / seconds;
    }

    public double refusedPerSecond() {
        return refused / seconds;
    }
}
