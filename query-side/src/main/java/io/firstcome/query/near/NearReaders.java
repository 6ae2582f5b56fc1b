package io.firstcome.query.near;

import io.firstcome.axon.store.StoredEvents;
import io.firstcome.query.reading.CachedReader;
import io.firstcome.query.reading.VersionWait;
import io.firstcome.query.reading.Versioned;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Makes readers of what is kept in memory. */
@Component
public class NearReaders {

    private final NearFeed feed;
    private final StoredEvents stored;
    private final NearProperties properties;
    private final MeterRegistry metrics;
    private final VersionWait versions;

    NearReaders(
            NearFeed feed,
            StoredEvents stored,
            NearProperties properties,
            MeterRegistry metrics,
            VersionWait versions) {
        this.feed = feed;
        this.stored = stored;
        this.properties = properties;
        this.metrics = metrics;
        this.versions = versions;
    }

    /**
     * A reader of one kind of things.
     *
     * @param processor the one that writes the rows
     * @param behind reads what is not in memory
     */
    public <S extends Versioned, E, V> NearReader<S, V> reader(
            NearKind<S, E, V> kind, String processor, CachedReader<S> behind) {
        if (properties.size() == 0) {
            return new NearReader<>(null, behind, versions, processor, kind.aggregateType());
        }
        NearStates<S, E, V> states = new NearStates<>(
                kind,
                behind::findShared,
                stored::ofAggregate,
                feed,
                new NearMetrics(metrics, kind.view()),
                properties.size());
        feed.register(states);
        return new NearReader<>(states, behind, versions, processor, kind.aggregateType());
    }
}
