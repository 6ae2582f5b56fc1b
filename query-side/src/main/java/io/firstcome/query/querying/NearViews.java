package io.firstcome.query.querying;

import org.jspecify.annotations.Nullable;

/** Views of one kind that are in the memory of this process. */
public interface NearViews<V> {

    /**
     * The view, when it is here and known to be fresh; null says nothing about it: ask by {@link QueryClient}.
     *
     * @param id the bare id
     */
    @Nullable
    NearView<V> find(String id);
}
