package io.firstcome.benchmarks.measure;

import java.util.List;

/** The value that a share of all values does not exceed. */
final class Percentiles {

    private Percentiles() {}

    /** Of no values it is 0. */
    static double of(List<Double> values, double percent) {
        if (values.isEmpty()) {
            return 0;
        }
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100) - 1));
    }
}
