package io.firstcome.benchmarks.report;

import java.util.List;

/**
 * A row of the table, or several that were measured together.
 *
 * @param row its number in the table, or a word
 * @param title what it is
 * @param goals what must be reached; empty for a row without a ratio
 * @param series all figures of all contestants
 * @param checks what was verified
 * @param notes what else a reader should know
 * @param leftOut why it was not measured, or empty
 */
public record RowResult(
        String row,
        String title,
        List<Goal> goals,
        List<Series> series,
        List<Check> checks,
        List<String> notes,
        String leftOut) {

    public RowResult {
        goals = List.copyOf(goals);
        series = List.copyOf(series);
        checks = List.copyOf(checks);
        notes = List.copyOf(notes);
    }

    /** A row that was not measured. */
    public static RowResult leftOut(String row, String title, String why) {
        return new RowResult(row, title, List.of(), List.of(), List.of(), List.of(), why);
    }

    /** A row whose measurement broke off. */
    public static RowResult failed(String row, String why) {
        String line = why.lines().findFirst().orElse("");
        return new RowResult(
                row,
                "broken off",
                List.of(),
                List.of(),
                List.of(new Check("the measurement came to its end", 1, 1, line)),
                List.of(),
                "it broke off: " + line);
    }

    public boolean isGreen() {
        return checks.stream().allMatch(Check::isGreen);
    }
}
