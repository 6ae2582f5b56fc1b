package io.firstcome.query.caching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.firstcome.query.querying.NearView;
import io.firstcome.query.querying.NearViews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the states of one view from the memory of this process while that is fresh, and else from Redis and MySQL.
 *
 * <p>A state is loaded when it is asked for: its row, and the events that the store has beyond it. From then on it follows the events
 * of the tail. What does not exist takes no place. A stale state would show customers pieces that are sold already, so none is shown
 * that is not known to have everything stored {@code max-age} ago.
 */
public final class LocalCache<S extends Versioned, E, V> implements NearViews<V> {

    private static final Logger log = LoggerFactory.getLogger(LocalCache.class);
    /** A row that is further behind is being rebuilt: reading all that is missing would take too long. */
    private static final int LONGEST_TAIL = 500;

    private static final int ATTEMPTS = 3;

    private final LocalCaches caches;
    private final Source<S> behind;
    private final Kind<S, E, V> kind;
    private final History history;
    private final LocalCacheMetrics metrics;
    private final Clock clock;
    private final Cache<String, CacheSlot<S, V>> slots;
    private final SingleFlight<String, Look<S>> loads = new SingleFlight<>();

    LocalCache(
            LocalCaches caches,
            Source<S> behind,
            Kind<S, E, V> kind,
            History history,
            LocalCacheMetrics metrics,
            int size,
            Clock clock) {
        this.caches = caches;
        this.behind = behind;
        this.kind = kind;
        this.history = history;
        this.metrics = metrics;
        this.clock = clock;
        // Maintenance is done by the next caller, not in a pool of its own.
        this.slots =
                Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
    }

    /**
     * What is to be known of a view to keep it in memory.
     *
     * @param events the family of the aggregate's events
     * @param fold what an event makes of a state
     * @param show what a state looks like at an instant
     */
    public record Kind<S extends Versioned, E, V>(
            Class<E> events, Fold<S, E> fold, BiFunction<S, Instant, NearView<V>> show) {}

    /** What is behind the memory. */
    public interface Source<S> {

        /** The processor that writes the rows. */
        String view();

        /** What the identifiers begin with, up to the colon. */
        String aggregateType();

        /** The state of {@code minVersion} or more, from Redis or MySQL. */
        Optional<S> find(String id, @Nullable Long minVersion);

        /** The state as MySQL has it; callers that ask at the same time share one query. */
        Optional<S> findShared(String id);
    }

    /** Where the events of one aggregate are stored. */
    @FunctionalInterface
    interface History {

        /** The events of an aggregate from a sequence number on, at most {@code limit}. */
        List<? extends DomainEventMessage<?>> ofAggregate(String aggregateId, long from, int limit);
    }

    /**
     * What is known of a thing.
     *
     * @param isSure whether it is fresh
     * @param state null when it is not known, or surely not there
     */
    record Look<S>(boolean isSure, @Nullable S state) {}

    String view() {
        return behind.view();
    }

    @Override
    public @Nullable NearView<V> find(String id) {
        CacheSlot.Shown<S, V> shown = caches.areFresh() ? shown(id) : null;
        if (shown == null) {
            return null;
        }
        metrics.hit();
        return shown.view();
    }

    /**
     * The state, of {@code minVersion} or more.
     *
     * @param minVersion null: whatever is there
     * @throws io.firstcome.query.querying.ReadModelBehindException when the version is not there in time
     */
    public Optional<S> find(String id, @Nullable Long minVersion) {
        Look<S> look = look(id);
        S state = look.state();
        if (look.isSure() && (state == null || minVersion == null || state.version() >= minVersion)) {
            return Optional.ofNullable(state);
        }
        return behind.find(id, minVersion).map(this::newer);
    }

    private CacheSlot.@Nullable Shown<S, V> shown(String id) {
        CacheSlot<S, V> slot = slots.getIfPresent(id);
        return slot == null ? null : slot.shown(clock);
    }

    /** The thing as it is in memory, or as it is loaded into it. */
    Look<S> look(String id) {
        if (!caches.areFresh()) {
            metrics.stale();
            return new Look<>(false, null);
        }
        CacheSlot.Shown<S, V> shown = shown(id);
        if (shown != null) {
            metrics.hit();
            return new Look<>(true, shown.state());
        }
        metrics.cold();
        return loads.get(id, () -> load(id));
    }

    /** The slot is among the others while its state is read, so that the tail tells it what passes by meanwhile. */
    private Look<S> load(String id) {
        CacheSlot.Shown<S, V> there = shown(id);
        if (there != null) {
            // Another one has just loaded it.
            return new Look<>(true, there.state());
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            CacheSlot<S, V> slot = new CacheSlot<>(kind.show());
            slots.put(id, slot);
            boolean isFilled = false;
            try {
                Look<S> found = read(id);
                S state = found.state();
                if (state == null || !found.isSure()) {
                    return found;
                }
                isFilled = slot.fill(state, clock.instant());
                if (isFilled) {
                    return found;
                }
            } finally {
                if (!isFilled) {
                    slots.asMap().remove(id, slot);
                }
            }
        }
        return new Look<>(false, null);
    }

    /** The row and what the store has beyond it: all that was stored when this began. */
    private Look<S> read(String id) {
        S state;
        try {
            state = behind.findShared(id).orElse(null);
        } catch (RuntimeException e) {
            // The views' tables cannot be read. Redis may still have it.
            log.debug("The row cannot be read", e);
            return new Look<>(false, null);
        }
        long next = state == null ? 0 : state.version() + 1;
        List<? extends DomainEventMessage<?>> missing;
        try {
            missing = history.ofAggregate(behind.aggregateType() + ":" + id, next, LONGEST_TAIL + 1);
        } catch (RuntimeException e) {
            log.debug("The event store cannot be read", e);
            caches.doubt();
            return new Look<>(false, null);
        }
        if (missing.size() > LONGEST_TAIL) {
            return new Look<>(false, null);
        }
        try {
            for (DomainEventMessage<?> event : missing) {
                E payload = kind.events().cast(event.getPayload());
                state = kind.fold().apply(state, payload, event.getSequenceNumber());
            }
            return new Look<>(true, state);
        } catch (RuntimeException e) {
            log.debug("{} {} cannot follow its events", behind.aggregateType(), id, e);
            return new Look<>(false, null);
        }
    }

    /** Takes an event of any aggregate; a state that cannot follow it is dropped. */
    void follow(DomainEventMessage<?> event) {
        if (!behind.aggregateType().equals(event.getType())) {
            return;
        }
        String id =
                event.getAggregateIdentifier().substring(behind.aggregateType().length() + 1);
        CacheSlot<S, V> slot = slots.policy().getIfPresentQuietly(id);
        if (slot == null) {
            return;
        }
        try {
            if (!slot.follow(event, kind.events(), kind.fold(), clock.instant())) {
                slots.asMap().remove(id, slot);
            }
            metrics.followed(Duration.between(event.getTimestamp(), clock.instant()));
        } catch (RuntimeException e) {
            log.debug("{} {} cannot follow its events", behind.aggregateType(), id, e);
            slots.asMap().remove(id, slot);
        }
    }

    /**
     * The newer of what was found elsewhere and what is in memory, so that no version goes back. What is older in memory is dropped,
     * and not replaced: only what is read from the store itself comes in.
     */
    S newer(S found) {
        CacheSlot<S, V> slot = slots.policy().getIfPresentQuietly(found.id());
        if (slot == null) {
            return found;
        }
        slot.passed(found.version());
        CacheSlot.Shown<S, V> shown = slot.shown();
        if (shown == null || shown.state().version() == found.version()) {
            return found;
        }
        if (shown.state().version() > found.version()) {
            return shown.state();
        }
        slots.asMap().remove(found.id(), slot);
        return found;
    }

    /** About how many are here. */
    long size() {
        slots.cleanUp();
        return slots.estimatedSize();
    }

    /** Drops everything, also what is being loaded. */
    void clear() {
        slots.asMap().values().forEach(CacheSlot::giveUp);
        slots.invalidateAll();
    }
}
