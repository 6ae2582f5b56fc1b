package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.report.Figures;
import io.firstcome.benchmarks.report.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that is done again and again; the first time does not count. */
final class TimedEntrant implements Entrant {

    private static final Logger log = LoggerFactory.getLogger(TimedEntrant.class);

    private final String title;
    private final String unit;
    private final Runnable before;
    private final DoubleSupplier figure;
    private final List<Double> figures = new ArrayList<>();

    /** @param before what is done once before the first time */
    TimedEntrant(String title, String unit, Runnable before, DoubleSupplier figure) {
        this.title = title;
        this.unit = unit;
        this.before = before;
        this.figure = figure;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public void warmUp() {
        before.run();
        log.info("    {} {}", Figures.of(figure.getAsDouble()), unit);
    }

    @Override
    public String run() {
        figures.add(figure.getAsDouble());
        return Figures.of(figures.getLast()) + " " + unit;
    }

    @Override
    public List<Series> series() {
        return List.of(new Series(title, unit, figures));
    }
}
