package io.firstcome.benchmarks.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that one call of {@code ./bench} has found.
 *
 * @param at when it began, in UTC
 * @param commit the commit that was measured; with a plus when files differed from it
 * @param settings the options, in words
 * @param conditions machine, servers, tools
 * @param rows in the order of their numbers
 */
public record RunResult(String at, String commit, String settings, List<Condition> conditions, List<RowResult> rows) {

    public RunResult {
        conditions = List.copyOf(conditions);
        rows = rows.stream().sorted(Comparator.comparingInt(RunResult::place)).toList();
    }

    /**
     * One table out of several runs: a later run replaces the rows that it has. Conditions are those of the last one, what was not
     * met before, and what only an earlier one knows.
     */
    public static RunResult merged(List<RunResult> runs) {
        Map<String, RowResult> rows = new LinkedHashMap<>();
        List<Condition> conditions = new ArrayList<>(runs.getLast().conditions());
        for (RunResult run : runs) {
            run.rows().forEach(row -> rows.put(row.row(), row));
        }
        Set<String> known = new HashSet<>();
        conditions.forEach(condition -> known.add(condition.name()));
        for (RunResult earlier : runs.reversed().subList(1, runs.size())) {
            for (Condition condition : earlier.conditions()) {
                if (known.add(condition.name()) || !condition.met()) {
                    conditions.add(new Condition(
                            condition.name() + " (" + earlier.at() + ")",
                            condition.value(),
                            condition.met(),
                            condition.otherwise()));
                }
            }
        }
        RunResult last = runs.getLast();
        return new RunResult(
                last.at(),
                last.commit(),
                last.settings() + ofOthers(runs, rows),
                conditions,
                List.copyOf(rows.values()));
    }

    /** What was measured when, of which commit and how, where that was not the last run. */
    private static String ofOthers(List<RunResult> runs, Map<String, RowResult> rows) {
        RunResult last = runs.getLast();
        StringBuilder text = new StringBuilder();
        for (RunResult run : runs.subList(0, runs.size() - 1)) {
            String taken = run.rows().stream()
                    .map(RowResult::row)
                    .filter(row -> run.rows().contains(rows.get(row)))
                    .collect(Collectors.joining(", "));
            if (!taken.isEmpty()) {
                text.append("\n- Row ").append(taken).append(": ").append(run.at());
                text.append(", commit ").append(run.commit()).append(". ");
                text.append(run.settings().equals(last.settings()) ? "The same settings." : run.settings());
            }
        }
        return text.isEmpty() ? "" : "\n\nOf other runs:\n" + text;
    }

    private static int place(RowResult row) {
        return row.row().chars().allMatch(Character::isDigit) ? Integer.parseInt(row.row()) : 1_000;
    }
}
