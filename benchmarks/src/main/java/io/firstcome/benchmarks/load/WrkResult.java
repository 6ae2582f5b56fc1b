package io.firstcome.benchmarks.load;

import tools.jackson.databind.json.JsonMapper;

/**
 * What wrk saw. Requests that were under way at the end are in none of these numbers.
 *
 * @param answers that came whole
 * @param refused of these, with a status of 400 or more
 * @param broken connections that failed, and requests without an answer
 * @param seconds from the start of its threads to their end
 * @param exhausted whether the prepared requests did not last
 * @param paid orders that were paid, where the script orders
 * @param unpaid orders, payments and reservations that were answered otherwise than with 201, where the script orders or reserves
 * @param firstUnpaid the first of these answers, or empty
 */
public record WrkResult(
        long answers,
        long refused,
        long broken,
        double seconds,
        boolean exhausted,
        long paid,
        long unpaid,
        String firstUnpaid) {

    private static final String MARK = "BENCH ";
    private static final JsonMapper JSON = new JsonMapper();

    /** Reads the line that our scripts print at the end. */
    static WrkResult parse(String output) {
        String json = output.lines()
                .filter(line -> line.startsWith(MARK))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk did not end as it should:\n" + output))
                .substring(MARK.length());
        return JSON.readValue(json, WrkResult.class);
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
