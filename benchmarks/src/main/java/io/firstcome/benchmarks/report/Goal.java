package io.firstcome.benchmarks.report;

/**
 * A figure with what it must reach.
 *
 * @param title what it is, in words
 * @param value what was measured: the ratio of medians, or a median
 * @param lowest of the repetitions
 * @param highest of the repetitions
 * @param unit such as {@code ms}, or empty for a ratio
 * @param limit what it must reach; not a number: nothing
 * @param aim what it should reach
 * @param lessIsBetter whether it must not exceed these, as a time
 */
public record Goal(
        String title,
        double value,
        double lowest,
        double highest,
        String unit,
        double limit,
        double aim,
        boolean lessIsBetter) {

    /** One contestant over another: the ratio of their medians. */
    public static Goal ratio(String title, Series ours, Series other, double atLeast, double aim) {
        Series pairs = ours.over(other, title);
        double value = ours.median() / other.median();
        return new Goal(title, value, pairs.lowest(), pairs.highest(), "", atLeast, aim, false);
    }

    /** The same of figures that should be low, as times. */
    public static Goal lowRatio(String title, Series ours, Series other, double atMost, double aim) {
        Goal ratio = ratio(title, ours, other, atMost, aim);
        return new Goal(title, ratio.value, ratio.lowest, ratio.highest, "", atMost, aim, true);
    }

    /** A ratio that has nothing to reach. */
    public static Goal onlyShown(String title, Series ours, Series other) {
        return ratio(title, ours, other, Double.NaN, Double.NaN);
    }

    /** A figure that should be high. */
    public static Goal high(String title, Series series, double atLeast) {
        return of(title, series, atLeast, atLeast, false);
    }

    /** A figure that should be low. */
    public static Goal low(String title, Series series, double atMost, double aim) {
        return of(title, series, atMost, aim, true);
    }

    private static Goal of(String title, Series series, double limit, double aim, boolean lessIsBetter) {
        return new Goal(
                title, series.median(), series.lowest(), series.highest(), series.unit(), limit, aim, lessIsBetter);
    }

    /** A word for the table. */
    public String verdict() {
        if (Double.isNaN(limit)) {
            return "no goal";
        }
        return reaches(aim) ? "aim reached" : reaches(limit) ? "reached" : "**missed**";
    }

    private boolean reaches(double bound) {
        return lessIsBetter ? value <= bound : value >= bound;
    }

    /** The figure with its unit. */
    public String shown(double figure) {
        return Double.isNaN(figure) ? "–" : Figures.of(figure) + (unit.isEmpty() ? "" : " " + unit);
    }

    @Override
    public String toString() {
        return title + ": " + shown(value) + " (" + Figures.range(lowest, highest) + "), limit " + shown(limit)
                + ", aim " + shown(aim) + ": " + verdict();
    }
}
