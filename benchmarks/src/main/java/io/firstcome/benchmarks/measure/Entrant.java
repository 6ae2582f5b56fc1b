package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.report.Series;
import java.util.List;

/** One who takes turns with others. */
interface Entrant {

    /** As it is called in tables. */
    String title();

    /** Until the JVM has compiled what is hot. */
    void warmUp();

    /** One run that counts. Returns what is logged about it. */
    String run();

    /** What it has measured, a figure for each run: what the row is about first. */
    List<Series> series();
}
