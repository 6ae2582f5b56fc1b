package io.firstcome.query.near;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.firstcome.query.asking.NearView;
import io.firstcome.query.asking.NearViews;
import io.firstcome.query.reading.SharedReads;
import io.firstcome.query.reading.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The things of one kind that are in memory.
 *
 * <p>A thing comes into memory when it is asked for: its row, and the events that the store has beyond it. From then on it follows the
 * events. What does not exist takes no place.
 */
final class NearStates<S extends Versioned, E, V> implements NearViews<V> {

    private static final Logger log = LoggerFactory.getLogger(NearStates.class);
    /** A row that is further behind is being rebuilt: reading all that is missing would take too long. */
    private static final int LONGEST_TAIL = 500;

    private static final int ATTEMPTS = 3;

    private final NearKind<S, E, V> kind;
    private final Function<String, Optional<S>> rows;
    private final History history;
    private final NearFeed feed;
    private final NearMetrics metrics;
    private final Cache<String, Slot<S, V>> slots;
    private final ConcurrentMap<String, Slot<S, V>> loading = new ConcurrentHashMap<>();
    private final SharedReads<String, Look<S>> loads = new SharedReads<>();

    /** @param rows reads the row of an id */
    NearStates(
            NearKind<S, E, V> kind,
            Function<String, Optional<S>> rows,
            History history,
            NearFeed feed,
            NearMetrics metrics,
            int size) {
        this.kind = kind;
        this.rows = rows;
        this.history = history;
        this.feed = feed;
        this.metrics = metrics;
        // Work that others leave to it is done by who comes next, not in a pool of its own.
        this.slots =
                Caffeine.newBuilder().maximumSize(size).executor(Runnable::run).build();
    }

    /**
     * What is known of a thing.
     *
     * @param isSure whether it is fresh
     * @param state null when it is not known, or surely not there
     */
    record Look<S>(boolean isSure, @Nullable S state) {}

    boolean isOf(String processor) {
        return kind.processors().contains(processor);
    }

    @Override
    public @Nullable NearView<V> find(String id) {
        if (!feed.isFresh()) {
            return null;
        }
        Slot.Shown<S, V> shown = shown(id);
        if (shown == null) {
            return null;
        }
        metrics.hit();
        return shown.view();
    }

    private Slot.@Nullable Shown<S, V> shown(String id) {
        Slot<S, V> slot = slots.getIfPresent(id);
        if (slot == null) {
            return null;
        }
        return kind.changesWithTime() ? slot.shown(feed.clock().instant()) : slot.shown();
    }

    /** The thing as it is in memory, or as it is loaded into it. */
    Look<S> look(String id) {
        if (!feed.isFresh()) {
            metrics.stale();
            return new Look<>(false, null);
        }
        Slot.Shown<S, V> shown = shown(id);
        if (shown != null) {
            metrics.hit();
            return new Look<>(true, shown.state());
        }
        metrics.cold();
        return loads.get(id, () -> load(id));
    }

    private Look<S> load(String id) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Slot<S, V> slot = new Slot<>(kind.show());
            loading.put(id, slot);
            try {
                Look<S> found = read(id);
                S state = found.state();
                if (state == null || !found.isSure()) {
                    return found;
                }
                // Held, so that whoever gives up what is being loaded comes before this or finds it among the slots.
                synchronized (slot) {
                    if (slot.fill(state, now())) {
                        slots.put(id, slot);
                        return found;
                    }
                }
            } finally {
                loading.remove(id, slot);
            }
        }
        return new Look<>(false, null);
    }

    /** The row and what the store has beyond it: all that was stored when this began. */
    private Look<S> read(String id) {
        S state = rows.apply(id).orElse(null);
        long next = state == null ? 0 : state.version() + 1;
        List<? extends DomainEventMessage<?>> tail;
        try {
            tail = history.ofAggregate(kind.aggregateType() + ":" + id, next, LONGEST_TAIL + 1);
        } catch (RuntimeException e) {
            log.debug("The event store cannot be read", e);
            feed.doubt();
            return new Look<>(false, null);
        }
        if (tail.size() > LONGEST_TAIL) {
            return new Look<>(false, null);
        }
        try {
            for (DomainEventMessage<?> event : tail) {
                E payload = kind.events().cast(event.getPayload());
                state = kind.fold().apply(state, payload, event.getSequenceNumber());
            }
            return new Look<>(true, state);
        } catch (RuntimeException e) {
            return new Look<>(false, cannotFollow(id, e));
        }
    }

    /** Takes an event of any aggregate. */
    void follow(DomainEventMessage<?> event) {
        if (!kind.aggregateType().equals(event.getType())) {
            return;
        }
        String id =
                event.getAggregateIdentifier().substring(kind.aggregateType().length() + 1);
        // First what is being loaded: it comes among the slots before it is no longer there.
        follow(id, loading.get(id), event);
        follow(id, slots.policy().getIfPresentQuietly(id), event);
    }

    private void follow(String id, @Nullable Slot<S, V> slot, DomainEventMessage<?> event) {
        if (slot == null) {
            return;
        }
        try {
            if (!slot.follow(event, kind.events(), kind.fold(), now())) {
                slots.asMap().remove(id, slot);
            }
            metrics.followed(Duration.between(event.getTimestamp(), now()));
        } catch (RuntimeException e) {
            cannotFollow(id, e);
            slots.asMap().remove(id, slot);
        }
    }

    private @Nullable S cannotFollow(String id, RuntimeException fault) {
        log.debug("{} {} cannot follow its events", kind.aggregateType(), id, fault);
        return null;
    }

    /**
     * The newer of what was found elsewhere and what is in memory. What is older in memory is dropped, and not replaced: only what is
     * read from the store itself comes in.
     */
    S newer(S found) {
        String id = found.id();
        Slot<S, V> underWay = loading.get(id);
        if (underWay != null) {
            underWay.passed(found.version());
        }
        Slot<S, V> slot = slots.policy().getIfPresentQuietly(id);
        Slot.Shown<S, V> shown = slot == null ? null : slot.shown();
        if (shown == null || shown.state().version() == found.version()) {
            return found;
        }
        if (shown.state().version() > found.version()) {
            return shown.state();
        }
        slots.asMap().remove(id, slot);
        return found;
    }

    /** About how many are here. */
    long size() {
        slots.cleanUp();
        return slots.estimatedSize();
    }

    /** Drops everything. */
    void clear() {
        loading.values().forEach(Slot::giveUp);
        slots.invalidateAll();
    }

    private Instant now() {
        return feed.clock().instant();
    }
}
