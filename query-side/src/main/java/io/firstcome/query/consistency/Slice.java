package io.firstcome.query.consistency;

import java.util.List;

/**
 * A part of a list.
 *
 * @param more whether there are more behind it
 */
public record Slice<T>(List<T> items, boolean more) {

    public Slice {
        items = List.copyOf(items);
    }

    /** The first {@code limit} of what was found, for which one more was asked: it tells whether there is a next part. */
    public static <T> Slice<T> of(List<T> found, int limit) {
        boolean more = found.size() > limit;
        return new Slice<>(more ? found.subList(0, limit) : found, more);
    }
}
