package io.firstcome.standalone.load;

import java.util.List;

/** What figures of the same kind come to. */
public record Spread(double median, double least, double most) {

    /** @param figures one or more; of an even number the median is half-way between the two in the middle */
    public static Spread of(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }
}
