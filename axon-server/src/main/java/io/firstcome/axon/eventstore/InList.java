package io.firstcome.axon.eventstore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The list of {@code IN (…)}, filled up to a power of two with its last value: so there are some ten statements for the database to
 * keep prepared, not one for each length.
 */
public final class InList {

    private InList() {}

    /** The values, and the last of them again and again. */
    public static <T> List<T> filled(Collection<T> values) {
        List<T> filled = new ArrayList<>(values);
        int size = Integer.highestOneBit(values.size() * 2 - 1);
        while (filled.size() < size) {
            filled.add(filled.getLast());
        }
        return filled;
    }

    /** So many places, each written as {@code place}. */
    public static String places(int count, String place) {
        return "(" + String.join(",", Collections.nCopies(count, place)) + ")";
    }
}
