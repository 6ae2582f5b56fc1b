package io.firstcome.query.caching;

import io.firstcome.query.consistency.MinVersionReader;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a view's state from MySQL, behind the memory of this process: for states that are too large for a hash in Redis. */
public final class StoredReader<S extends Versioned> implements LocalCache.Source<S> {

    private final String view;
    private final String aggregateType;
    private final Function<String, Optional<S>> mySql;
    private final MinVersionReader versions;
    private final SingleFlight<String, Optional<S>> shared = new SingleFlight<>();

    /**
     * Reads one view.
     *
     * @param view the processor that writes its rows
     * @param aggregateType what the identifiers of its aggregates begin with, up to the colon
     * @param mySql reads the rows of an id, as they were at one moment
     */
    public StoredReader(
            String view, String aggregateType, Function<String, Optional<S>> mySql, MinVersionReader versions) {
        this.view = view;
        this.aggregateType = aggregateType;
        this.mySql = mySql;
        this.versions = versions;
    }

    @Override
    public String view() {
        return view;
    }

    @Override
    public String aggregateType() {
        return aggregateType;
    }

    @Override
    public Optional<S> find(String id, @Nullable Long minVersion) {
        return versions.find(view, aggregateType + ":" + id, minVersion, () -> findShared(id), Versioned::version);
    }

    @Override
    public Optional<S> findShared(String id) {
        return shared.get(id, () -> mySql.apply(id));
    }
}
