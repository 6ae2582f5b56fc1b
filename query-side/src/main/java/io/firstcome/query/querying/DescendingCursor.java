package io.firstcome.query.querying;

import io.firstcome.web.page.Cursor;
import io.firstcome.web.page.Limit;
import io.firstcome.web.page.Page;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Lists whose newest is first: a cursor is the position of the last item in commit order, and what is before it follows. */
public final class DescendingCursor {

    private DescendingCursor() {}

    /** Only what is before this position is in the part that begins at the cursor; null: at the newest. */
    public static long before(@Nullable Cursor cursor) {
        return cursor == null ? Long.MAX_VALUE : cursor.number(0);
    }

    /** The cursor of the part behind this one, or null when there is none. */
    public static <V> @Nullable String next(List<V> found, boolean more, ToLongFunction<V> position) {
        return more ? Cursor.of(position.applyAsLong(found.getLast())).encode() : null;
    }

    /** A part of a list, for which one item more than the limit was asked: it tells whether there is a next part. */
    public static <V> Page<V> page(List<V> found, Limit limit, ToLongFunction<V> position) {
        boolean more = found.size() > limit.value();
        List<V> items = more ? found.subList(0, limit.value()) : found;
        return new Page<>(items, next(items, more, position));
    }
}
