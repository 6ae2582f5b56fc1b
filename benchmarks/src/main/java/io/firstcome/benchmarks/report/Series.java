package io.firstcome.benchmarks.report;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The figures of one contestant, one for each repetition, in their order.
 *
 * @param name as it is called in tables
 * @param unit such as {@code issues/s}
 * @param values one or more
 */
public record Series(String name, String unit, List<Double> values) {

    public Series {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("No figure of " + name);
        }
    }

    /** The middle one, or the mean of the two in the middle. */
    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    public double lowest() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double highest() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** What of the median lies between the lowest and the highest: 0.1 is ten per cent. */
    public double spread() {
        return median() == 0 ? 0 : (highest() - lowest()) / median();
    }

    /** This divided by that, repetition by repetition: those of one number ran next to each other. */
    public Series over(Series other, String title) {
        int pairs = Math.min(values.size(), other.values.size());
        return new Series(
                title,
                "",
                IntStream.range(0, pairs)
                        .mapToObj(i -> values.get(i) / other.values.get(i))
                        .toList());
    }
}
