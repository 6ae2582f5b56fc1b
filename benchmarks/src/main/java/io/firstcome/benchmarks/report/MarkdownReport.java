package io.firstcome.benchmarks.report;

import io.firstcome.benchmarks.report.Checks.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tables of a run, as Markdown. */
public final class MarkdownReport {

    private MarkdownReport() {}

    /** The whole text. */
    public static String of(RunResult run) {
        List<String> lines = new ArrayList<>();
        lines.add("Measured " + run.at() + ", commit " + run.commit() + ". " + run.settings());
        table(lines, "| # | What | Measured | Lowest–highest | Limit | Aim | |", goals(run));
        run.conditions().stream()
                .filter(condition -> !condition.met())
                .forEach(condition -> lines.add("- **Not met**: " + condition.name() + ": " + condition.value() + ". "
                        + condition.otherwise()));
        table(lines, "| Condition | |", run.conditions().stream().map(MarkdownReport::line));
        table(lines, "| # | Who | Median | Lowest | Highest | Spread | Runs |", series(run));
        run.rows().forEach(row -> {
            row.checks().forEach(check -> lines.add("- Row " + row.row() + ": " + line(check)));
            row.notes().forEach(note -> lines.add("- Row " + row.row() + ": " + note));
        });
        return String.join("\n", lines) + "\n";
    }

    private static void table(List<String> lines, String head, Stream<String> rows) {
        lines.add("");
        lines.add(head);
        lines.add(head.replaceAll("[^|]+", "---"));
        rows.forEach(lines::add);
        lines.add("");
    }

    private static Stream<String> goals(RunResult run) {
        return run.rows().stream()
                .flatMap(row -> row.isGreen()
                        ? row.goals().stream().map(goal -> line(row, goal))
                        : Stream.of("| " + row.row() + " | **not correct, see the checks** | | | | | |"));
    }

    private static String line(RowResult row, Goal goal) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | **%s** | %s | %s | %s | %s |",
                row.row(),
                goal.title(),
                goal.shown(goal.value()),
                Figures.range(goal.lowest(), goal.highest()),
                goal.shown(goal.limit()),
                goal.shown(goal.aim()),
                goal.verdict());
    }

    private static String line(Condition condition) {
        return "| " + condition.name() + " | " + condition.value() + " |";
    }

    private static Stream<String> series(RunResult run) {
        return run.rows().stream().flatMap(row -> row.series().stream().map(series -> line(row, series)));
    }

    private static String line(RowResult row, Series series) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s %s | %s | %s | %.0f %% | %d |",
                row.row(),
                series.name(),
                Figures.of(series.median()),
                series.unit(),
                Figures.of(series.lowest()),
                Figures.of(series.highest()),
                series.spread() * 100,
                series.values().size());
    }

    private static String line(Check check) {
        return (check.isGreen() ? "verified " : "**NOT SO**, " + check.failures() + " of ") + check.times() + " times: "
                + check.name() + " (" + check.detail() + ")";
    }
}
