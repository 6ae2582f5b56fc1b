package io.firstcome.benchmarks.report;

import java.util.Locale;

/** Figures as people read them: three digits that say something, thousands apart. */
public final class Figures {

    private Figures() {}

    public static String of(double figure) {
        double size = Math.abs(figure);
        String format = size >= 100 || figure == Math.rint(figure) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, size < 0.1 && figure != 0 ? "%.3f" : format, figure);
    }

    /** Lowest and highest, short. */
    public static String range(double lowest, double highest) {
        return of(lowest) + "–" + of(highest);
    }
}
