package io.firstcome.query.caching;

import io.firstcome.query.consistency.MinVersionReader;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a view's state from Redis when it can and from MySQL when it must, and then puts it into Redis. */
public final class CachedReader<S extends Versioned> implements LocalCache.Source<S> {

    private static final Logger log = LoggerFactory.getLogger(CachedReader.class);

    private final String view;
    private final String aggregateType;
    private final RedisHashStore<S> redis;
    private final Function<String, Optional<S>> mySql;
    private final MinVersionReader versions;
    private final Counter fromRedis;
    private final Counter fromMySql;
    private final SingleFlight<String, Optional<S>> shared = new SingleFlight<>();

    /**
     * Reads one view.
     *
     * @param view the processor that writes its rows, also its name in the metrics
     * @param aggregateType what the identifiers of its aggregates begin with, up to the colon
     * @param mySql reads the row of an id
     */
    public CachedReader(
            String view,
            String aggregateType,
            RedisHashStore<S> redis,
            Function<String, Optional<S>> mySql,
            MinVersionReader versions,
            MeterRegistry metrics) {
        this.view = view;
        this.aggregateType = aggregateType;
        this.redis = redis;
        this.mySql = mySql;
        this.versions = versions;
        this.fromRedis = reads(metrics, view, "redis");
        this.fromMySql = reads(metrics, view, "mysql");
    }

    static Counter reads(MeterRegistry metrics, String view, String source) {
        return Counter.builder("firstcome.readmodel.reads")
                .description("Reads of a view, by where the answer came from")
                .tag("view", view)
                .tag("source", source)
                .register(metrics);
    }

    @Override
    public String view() {
        return view;
    }

    @Override
    public String aggregateType() {
        return aggregateType;
    }

    /**
     * The state, of {@code minVersion} or more.
     *
     * @param minVersion null: whatever is there
     * @throws io.firstcome.query.querying.ReadModelBehindException when the version is not there in time
     */
    @Override
    public Optional<S> find(String id, @Nullable Long minVersion) {
        long least = minVersion == null ? 0 : minVersion;
        return versions.find(
                view,
                aggregateType + ":" + id,
                minVersion,
                () -> findNow(id, least),
                () -> findShared(id),
                Versioned::version);
    }

    /** The state from Redis if its version there is {@code least} or more, else whatever MySQL has. */
    private Optional<S> findNow(String id, long least) {
        Optional<S> cached = fromRedis(id).filter(state -> state.version() >= least);
        if (cached.isPresent()) {
            fromRedis.increment();
            return cached;
        }
        return fromMySql(id);
    }

    @Override
    public Optional<S> findShared(String id) {
        return shared.get(id, () -> fromMySql(id));
    }

    private Optional<S> fromRedis(String id) {
        try {
            return redis.find(id);
        } catch (RuntimeException e) {
            log.debug("Redis does not answer, reading from MySQL", e);
            return Optional.empty();
        }
    }

    private Optional<S> fromMySql(String id) {
        Optional<S> found = mySql.apply(id);
        fromMySql.increment();
        found.ifPresent(this::refill);
        return found;
    }

    private void refill(S state) {
        try {
            redis.refill(state);
        } catch (RuntimeException e) {
            log.debug("Redis does not answer, it is not refilled", e);
        }
    }
}
