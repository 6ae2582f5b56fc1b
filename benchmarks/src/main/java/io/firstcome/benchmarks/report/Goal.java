package io.firstcome.benchmarks.report;

import java.util.Locale;

/**
 * A figure with what it must reach.
 *
 * @param title what it is, in words
 * @param value what was measured: the ratio of medians, or a median
 * @param lowest of the repetitions
 * @param highest of the repetitions
 * @param unit such as {@code ms}, or empty for a ratio
 * @param atLeast what it must reach
 * @param aim what it should reach
 * @param lessIsBetter whether it must not exceed these, as a time
 */
public record Goal(
        String title,
        double value,
        double lowest,
        double highest,
        String unit,
        double atLeast,
        double aim,
        boolean lessIsBetter) {

    /** One contestant over another: the ratio of their medians. */
    public static Goal ratio(String title, Series ours, Series other, double atLeast, double aim) {
        Series pairs = ours.over(other, title);
        return new Goal(
                title, ours.median() / other.median(), pairs.lowest(), pairs.highest(), "", atLeast, aim, false);
    }

    /** The same of figures that should be low, as times. */
    public static Goal lowRatio(String title, Series ours, Series other, double atMost, double aim) {
        Goal ratio = ratio(title, ours, other, atMost, aim);
        return new Goal(title, ratio.value(), ratio.lowest(), ratio.highest(), "", atMost, aim, true);
    }

    /** A figure that should be high. */
    public static Goal high(String title, Series series, double atLeast, double aim) {
        return new Goal(title, series.median(), series.lowest(), series.highest(), series.unit(), atLeast, aim, false);
    }

    /** A figure that should be low. */
    public static Goal low(String title, Series series, double atMost, double aim) {
        return new Goal(title, series.median(), series.lowest(), series.highest(), series.unit(), atMost, aim, true);
    }

    public boolean isReached() {
        return reaches(atLeast);
    }

    public boolean isAimed() {
        return reaches(aim);
    }

    /** A word for the table. */
    public String verdict() {
        return isAimed() ? "aim reached" : isReached() ? "reached" : "**missed**";
    }

    private boolean reaches(double limit) {
        return lessIsBetter ? value <= limit : value >= limit;
    }

    /** The figure with its unit. */
    public String shown(double figure) {
        return Figures.of(figure) + (unit.isEmpty() ? "" : " " + unit);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %s (%s to %s), limit %s, aim %s",
                title,
                shown(value),
                Figures.of(lowest),
                Figures.of(highest),
                shown(atLeast),
                shown(aim));
    }
}
