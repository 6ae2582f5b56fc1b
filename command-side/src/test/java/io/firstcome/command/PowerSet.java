package io.firstcome.command;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sets of things that may go together. */
public final class PowerSet {

    private PowerSet() {}

    /** Every set of these but the empty one, each in their order. */
    public static <T> Stream<List<T>> notEmpty(List<T> all) {
        return IntStream.range(1, 1 << all.size())
                .mapToObj(bits -> IntStream.range(0, all.size())
                        .filter(index -> (bits >> index & 1) == 1)
                        .mapToObj(all::get)
                        .toList());
    }
}
