package io.firstcome.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** The table of two commits side by side, as Markdown. */
public final class AgainstReport {

    private AgainstReport() {}

    /**
     * A figure of both.
     *
     * @param row the number of the row
     * @param title what was measured
     */
    public record Pair(String row, String title, Series old, Series now) {}

    /** One line for each figure. The ratio is that of the medians; beside it the lowest and highest of neighbours. */
    public static String of(List<Pair> pairs) {
        StringBuilder table = new StringBuilder("| # | What | old | new | new ÷ old | lowest–highest |\n");
        table.append("|---|---|---|---|---|---|\n");
        for (Pair pair : pairs) {
            Series ratios = pair.now().over(pair.old(), pair.title());
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | **%.3f** | %.3f–%.3f |%n",
                    pair.row(),
                    pair.title(),
                    shown(pair.old()),
                    shown(pair.now()),
                    pair.now().median() / pair.old().median(),
                    ratios.lowest(),
                    ratios.highest()));
        }
        return table.toString();
    }

    private static String shown(Series series) {
        return Figures.of(series.median()) + " " + series.unit() + " ("
                + Figures.range(series.lowest(), series.highest()) + ")";
    }
}
