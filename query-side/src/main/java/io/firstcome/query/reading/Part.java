package io.firstcome.query.reading;

import java.util.List;

/**
 * A part of a list.
 *
 * @param more whether there are more behind it
 */
public record Part<T>(List<T> items, boolean more) {

    public Part {
        items = List.copyOf(items);
    }

    /** The first {@code limit} of what was found, for which one more was asked: it tells whether there is a next part. */
    public static <T> Part<T> of(List<T> found, int limit) {
        boolean more = found.size() > limit;
        return new Part<>(more ? found.subList(0, limit) : found, more);
    }
}
