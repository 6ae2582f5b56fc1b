package io.firstcome.query.reading;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a view's state from Redis when it can and from MySQL when it must, and then puts it into Redis. */
public final class CachedReader<S extends Versioned> {

    private static final Logger log = LoggerFactory.getLogger(CachedReader.class);

    private final HashCache<S> redis;
    private final Function<String, Optional<S>> mySql;
    private final Rest rest;
    private final Counter fromRedis;
    private final Counter fromMySql;
    private final SharedReads<String, Optional<S>> shared = new SharedReads<>();

    /**
     * Reads one view.
     *
     * @param view its name, for the metrics
     * @param mySql reads the row of an id
     */
    public CachedReader(
            String view,
            HashCache<S> redis,
            Function<String, Optional<S>> mySql,
            RedisProperties properties,
            MeterRegistry metrics) {
        this.redis = redis;
        this.mySql = mySql;
        this.rest = new Rest(properties.rest(), System::nanoTime);
        this.fromRedis = counter(metrics, view, "redis");
        this.fromMySql = counter(metrics, view, "mysql");
    }

    private static Counter counter(MeterRegistry metrics, String view, String source) {
        return Counter.builder("firstcome.readmodel.reads")
                .description("Reads of a view, by where the answer came from")
                .tag("view", view)
                .tag("source", source)
                .register(metrics);
    }

    /** The state, from Redis only if its version there is {@code minVersion} or more; else whatever MySQL has. */
    public Optional<S> find(String id, long minVersion) {
        Optional<S> cached = fromRedis(id).filter(state -> state.version() >= minVersion);
        if (cached.isPresent()) {
            fromRedis.increment();
            return cached;
        }
        return fromMySql(id);
    }

    /** The state as MySQL has it; callers that ask at the same time share one query. */
    public Optional<S> findShared(String id) {
        return shared.get(id, () -> fromMySql(id));
    }

    private Optional<S> fromMySql(String id) {
        Optional<S> found = mySql.apply(id);
        fromMySql.increment();
        found.ifPresent(this::refill);
        return found;
    }

    private Optional<S> fromRedis(String id) {
        if (!rest.allows()) {
            return Optional.empty();
        }
        try {
            Optional<S> found = redis.find(id);
            rest.succeeded();
            return found;
        } catch (RuntimeException e) {
            failed(e);
            return Optional.empty();
        }
    }

    private void refill(S state) {
        if (rest.allows()) {
            try {
                redis.refill(state);
                rest.succeeded();
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private void failed(RuntimeException fault) {
        rest.failed();
        log.debug("Redis does not answer, reading from MySQL", fault);
    }
}
