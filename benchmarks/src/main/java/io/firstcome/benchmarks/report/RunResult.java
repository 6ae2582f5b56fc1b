package io.firstcome.benchmarks.report;

import java.util.List;

/**
 * All that one call of {@code ./bench} has found.
 *
 * @param at when it began, in UTC
 * @param commit the commit that was measured, or the old and the new one
 * @param settings the options, in words
 * @param conditions machine, servers, tools
 * @param rows in the order in which they were measured
 */
public record RunResult(String at, String commit, String settings, List<Condition> conditions, List<RowResult> rows) {

    public RunResult {
        conditions = List.copyOf(conditions);
        rows = List.copyOf(rows);
    }
}
