package io.firstcome.query.near;

import io.firstcome.query.asking.NearView;
import io.firstcome.query.asking.NearViews;
import io.firstcome.query.reading.CachedReader;
import io.firstcome.query.reading.VersionWait;
import io.firstcome.query.reading.Versioned;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a thing from memory when that is fresh, and else as far as it takes: Redis, then MySQL. */
public final class NearReader<S extends Versioned, V> implements NearViews<V> {

    private final @Nullable NearStates<S, ?, V> near;
    private final CachedReader<S> behind;
    private final VersionWait versions;
    private final String processor;
    private final String aggregateType;

    /** @param near null: nothing is kept in memory */
    NearReader(
            @Nullable NearStates<S, ?, V> near,
            CachedReader<S> behind,
            VersionWait versions,
            String processor,
            String aggregateType) {
        this.near = near;
        this.behind = behind;
        this.versions = versions;
        this.processor = processor;
        this.aggregateType = aggregateType;
    }

    @Override
    public @Nullable NearView<V> find(String id) {
        return near == null ? null : near.find(id);
    }

    /**
     * The state, of {@code minVersion} or more.
     *
     * @param minVersion null: whatever is there
     * @throws io.firstcome.query.asking.ReadModelBehindException when the version is not there in time
     */
    public Optional<S> find(String id, @Nullable Long minVersion) {
        if (near == null) {
            return versions.find(processor, aggregateType + ":" + id, minVersion, behind, id);
        }
        NearStates.Look<S> look = near.look(id);
        S state = look.state();
        if (look.isSure() && (state == null || minVersion == null || state.version() >= minVersion)) {
            return Optional.ofNullable(state);
        }
        return versions.find(processor, aggregateType + ":" + id, minVersion, behind, id)
                .map(near::newer);
    }
}
