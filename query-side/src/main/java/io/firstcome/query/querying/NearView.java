package io.firstcome.query.querying;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A view in the memory of this process, with what was made of it once.
 *
 * @param <V> the view
 */
public final class NearView<V> {

    private final V view;
    private final @Nullable Instant until;
    private volatile @Nullable Object made;

    /** @param until the first instant at which time alone has changed the view; null: never */
    public NearView(V view, @Nullable Instant until) {
        this.view = view;
        this.until = until;
    }

    public V view() {
        return view;
    }

    /** The first instant at which time alone has changed the view; null: never. */
    public @Nullable Instant until() {
        return until;
    }

    /** What {@code maker} makes of the view: made by the first who asks and kept. There is one maker for a kind of view. */
    @SuppressWarnings("unchecked") // what was made is what the one maker makes
    public <A> A made(Function<V, A> maker) {
        Object there = made;
        if (there == null) {
            // Two may make it at the same time: the same of the same view.
            there = maker.apply(view);
            made = there;
        }
        return (A) there;
    }
}
