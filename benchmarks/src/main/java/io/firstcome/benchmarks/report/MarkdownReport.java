package io.firstcome.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The generated part of docs/performance.md. */
public final class MarkdownReport {

    private final RunResult run;
    private final String plotFolder;

    /** @param plotFolder where the plots are, as a link sees it */
    public MarkdownReport(RunResult run, String plotFolder) {
        this.run = run;
        this.plotFolder = plotFolder;
    }

    /** The whole section. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("Measured " + run.at() + ", commit " + run.commit() + ". " + run.settings());
        lines.add("");
        addWarnings(lines);
        addGoals(lines);
        addConditions(lines);
        run.rows().stream().filter(row -> row.leftOut().isEmpty()).forEach(row -> addDetails(lines, row));
        return String.join("\n", lines) + "\n";
    }

    /** The name of the plot of a row. */
    public static String plotName(RowResult row) {
        return "bench-" + row.row().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".svg";
    }

    private void addWarnings(List<String> lines) {
        List<Condition> unmet =
                run.conditions().stream().filter(condition -> !condition.met()).toList();
        if (!unmet.isEmpty()) {
            lines.add("**Conditions that were not met. These figures prove nothing until they are:**");
            lines.add("");
            unmet.forEach(condition ->
                    lines.add("- " + condition.name() + ": " + condition.value() + ". " + condition.otherwise()));
            lines.add("");
        }
        run.rows().stream()
                .filter(row -> !row.isGreen())
                .forEach(row -> lines.add("**Row " + row.row() + ": a correctness check failed, see below.**\n"));
    }

    private void addGoals(List<String> lines) {
        lines.add("| # | What | Measured | Lowest–highest | Limit | Aim | |");
        lines.add("|---|---|---|---|---|---|---|");
        for (RowResult row : run.rows()) {
            if (!row.leftOut().isEmpty()) {
                lines.add("| " + row.row() + " | " + row.title() + " | left out: " + row.leftOut() + " | | | | |");
            }
            for (Goal goal : row.goals()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "| %s | %s | **%s** | %s | %s | %s | %s |",
                        row.row(),
                        goal.title(),
                        goal.shown(goal.value()),
                        Figures.range(goal.lowest(), goal.highest()),
                        goal.shown(goal.atLeast()),
                        goal.shown(goal.aim()),
                        row.isGreen() ? goal.verdict() : "**not correct**"));
            }
        }
        lines.add("");
    }

    private void addConditions(List<String> lines) {
        lines.add("### Machine and conditions");
        lines.add("");
        lines.add("| | |");
        lines.add("|---|---|");
        run.conditions()
                .forEach(condition -> lines.add("| " + condition.name() + " | " + condition.value()
                        + (condition.met() ? "" : " **(not met)**") + " |"));
        lines.add("");
    }

    private void addDetails(List<String> lines, RowResult row) {
        lines.add("### Row " + row.row() + ": " + row.title());
        lines.add("");
        if (!row.series().isEmpty()) {
            lines.add("| Who | Median | Lowest | Highest | Spread | Runs |");
            lines.add("|---|---|---|---|---|---|");
            row.series()
                    .forEach(series -> lines.add(String.format(
                            Locale.ROOT,
                            "| %s | %s %s | %s | %s | %.0f %% | %d |",
                            series.name(),
                            Figures.of(series.median()),
                            series.unit(),
                            Figures.of(series.lowest()),
                            Figures.of(series.highest()),
                            series.spread() * 100,
                            series.values().size())));
            lines.add("");
            lines.add("![" + row.title() + "](" + plotFolder + "/" + plotName(row) + ")");
            lines.add("");
        }
        row.checks()
                .forEach(check -> lines.add("- " + (check.isGreen() ? "verified" : "**NOT SO**") + ", "
                        + check.times() + " times" + (check.isGreen() ? "" : ", failed " + check.failures()) + ": "
                        + check.name() + " (" + check.detail() + ")"));
        row.notes().forEach(note -> lines.add("- " + note));
        lines.add("");
    }
}
