package io.firstcome.benchmarks.report;

import io.firstcome.benchmarks.report.Checks.Check;
import java.util.List;

/**
 * A row of the table.
 *
 * @param row its number
 * @param goals its figures, with what they must reach
 * @param series all figures of all contestants
 * @param checks what was verified
 * @param notes what else a reader should know
 */
public record RowResult(String row, List<Goal> goals, List<Series> series, List<Check> checks, List<String> notes) {

    public RowResult {
        goals = List.copyOf(goals);
        series = List.copyOf(series);
        checks = List.copyOf(checks);
        notes = List.copyOf(notes);
    }

    /** A row whose measurement broke off. */
    public static RowResult failed(String row, String why) {
        Check check = new Check(
                "the measurement came to its end", 1, 1, why.lines().findFirst().orElse(""));
        return new RowResult(row, List.of(), List.of(), List.of(check), List.of());
    }

    public boolean isGreen() {
        return checks.stream().allMatch(Check::isGreen);
    }
}
