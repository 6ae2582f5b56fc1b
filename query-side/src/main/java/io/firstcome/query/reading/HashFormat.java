package io.firstcome.query.reading;

import java.util.Map;

/** How the states of one view are Redis hashes. One field is {@code version}; what is null has no field. */
public interface HashFormat<S extends Versioned> {

    /** What the keys of this view begin with; the id follows. No other view's prefix begins with it. */
    String prefix();

    /** The whole hash. */
    Map<String, String> fields(S state);

    /**
     * Reads a hash.
     *
     * @throws RuntimeException when a field is missing or not what it should be
     */
    S state(Map<String, String> fields);
}
