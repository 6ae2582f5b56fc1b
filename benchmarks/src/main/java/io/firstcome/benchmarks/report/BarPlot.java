package io.firstcome.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** Bars with their spread, as SVG that needs nothing else. */
public final class BarPlot {

    private static final int WIDTH = 760;
    private static final int LEFT = 210;
    private static final int RIGHT = 150;
    private static final int LINE = 34;
    private static final int TOP = 46;
    private static final String FONT = "font-family=\"system-ui, sans-serif\"";

    private BarPlot() {}

    /** One bar for each series: its median, with a line from the lowest to the highest. */
    public static String svg(String title, List<Series> series) {
        double most = series.stream().mapToDouble(Series::highest).max().orElse(1);
        int height = TOP + LINE * series.size() + 12;
        StringBuilder svg = new StringBuilder(2_000)
                .append(String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">\n",
                        WIDTH,
                        height,
                        WIDTH,
                        height))
                .append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n")
                .append(String.format(
                        Locale.ROOT,
                        "<text x=\"12\" y=\"26\" %s font-size=\"16\" font-weight=\"600\" fill=\"#1b1f24\">%s</text>\n",
                        FONT,
                        escaped(title)));
        for (int i = 0; i < series.size(); i++) {
            svg.append(bar(series.get(i), TOP + LINE * i, most <= 0 ? 1 : most, i == 0));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String bar(Series series, int y, double most, boolean first) {
        double scale = (WIDTH - LEFT - RIGHT) / most;
        double low = LEFT + series.lowest() * scale;
        double high = LEFT + series.highest() * scale;
        int middle = y + LINE / 2 - 3;
        return String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\" %s font-size=\"13\" text-anchor=\"end\" fill=\"#1b1f24\">%s</text>\n",
                        LEFT - 10,
                        middle + 4,
                        FONT,
                        escaped(series.name()))
                + String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\"/>\n",
                        LEFT,
                        y + 3,
                        Math.max(1, series.median() * scale),
                        LINE - 12,
                        first ? "#1f6feb" : "#8c959f")
                + String.format(
                        Locale.ROOT,
                        "<path d=\"M%.1f %d H%.1f M%.1f %d v8 M%.1f %d v8\" stroke=\"#1b1f24\" fill=\"none\"/>\n",
                        low,
                        middle,
                        high,
                        low,
                        middle - 4,
                        high,
                        middle - 4)
                + String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%d\" %s font-size=\"13\" fill=\"#1b1f24\">%s</text>\n",
                        high + 8,
                        middle + 4,
                        FONT,
                        escaped(Figures.of(series.median()) + " " + series.unit()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
