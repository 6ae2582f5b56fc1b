package io.firstcome.query.caching;

import io.firstcome.axon.processors.BatchResource;
import io.firstcome.axon.processors.ProcessingGroupDefinition;
import io.firstcome.axon.processors.ProcessingGroupSource;
import io.firstcome.axon.processors.TransientFailures;
import io.firstcome.axon.processors.UnknownEvents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the hashes of one view current by its events: two round trips to Redis for a batch, however many events it has.
 *
 * <p>A hash that is not there is left alone, unless its first event is in the batch: a reader fills it from MySQL. Where
 * something is missing or cannot be, the hash is dropped. A replay writes nothing, since it would bring the past back.
 */
public abstract class RedisProjection<S extends Versioned, E> implements ProcessingGroupSource {

    private static final Logger log = LoggerFactory.getLogger(RedisProjection.class);

    private final String type;
    private final RedisHashStore<S> hashes;
    private final Fold<S, E> fold;

    /**
     * Follows the events of one type of aggregates.
     *
     * @param type of the aggregates: what their identifiers begin with, up to the colon
     */
    protected RedisProjection(String type, RedisHashStore<S> hashes, Fold<S, E> fold) {
        this.type = type;
        this.hashes = hashes;
        this.fold = fold;
    }

    @Override
    public final ProcessingGroupDefinition processingGroup() {
        ProcessingGroup group = Objects.requireNonNull(getClass().getAnnotation(ProcessingGroup.class));
        return ProcessingGroupDefinition.withoutQueue(group.value(), (fault, event, handler) -> onFault(fault, event));
    }

    /** The events of one thing in one batch. */
    private static final class Run<E> {

        private final List<E> events = new ArrayList<>();
        private long from;
        private boolean broken;

        private void add(E event, long version) {
            if (events.isEmpty()) {
                from = version;
            }
            broken |= version != from + events.size();
            events.add(event);
        }

        private long to() {
            return from + events.size() - 1;
        }
    }

    /** Adds an event of such an aggregate to the current batch. */
    protected final void add(E event, DomainEventMessage<?> message, ReplayStatus replay) {
        if (!replay.isReplay()) {
            run(idOf(message)).add(event, message.getSequenceNumber());
        }
    }

    /** The type of the event is not known here. */
    @EventHandler
    final void on(UnknownSerializedType event, DomainEventMessage<?> message) {
        drop(message);
    }

    /** An event cannot be read: the hash of its aggregate, if it is of this type, is dropped with the current batch. */
    private void drop(DomainEventMessage<?> message) {
        if (UnknownEvents.isOf(type, message)) {
            run(idOf(message)).broken = true;
        }
    }

    /** What the failure of the handler of an event means: a server that is away, or an event that cannot be read. */
    final void onFault(Exception fault, EventMessage<?> event) throws Exception {
        if (TransientFailures.isTransient(fault) || !(event instanceof DomainEventMessage<?> message)) {
            throw fault;
        }
        drop(message);
    }

    /** The rebuild of such a view is to drop all hashes. */
    @ResetHandler
    final void reset() {
        hashes.clear();
    }

    private String idOf(DomainEventMessage<?> message) {
        return message.getAggregateIdentifier().substring(type.length() + 1);
    }

    private Run<E> run(String id) {
        return BatchResource.<Map<String, Run<E>>>of("hashes of " + type, LinkedHashMap::new, this::write)
                .computeIfAbsent(id, absent -> new Run<>());
    }

    private void write(Map<String, Run<E>> runs) {
        Map<String, S> stored = hashes.findAll(runs.keySet());
        List<S> states = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        runs.forEach((id, run) -> {
            S before = stored.get(id);
            S after = after(before, run);
            if (after != null) {
                states.add(after);
            } else if (run.broken || (before != null && before.version() < run.to())) {
                broken.add(id);
            }
        });
        write(states, broken);
    }

    private void write(Collection<S> states, Collection<String> broken) {
        if (!states.isEmpty()) {
            hashes.putAll(states);
        }
        if (!broken.isEmpty()) {
            hashes.dropAll(broken);
        }
    }

    /** The state after the run, or null when that cannot be told or Redis has it already. */
    private @Nullable S after(@Nullable S stored, Run<E> run) {
        long version = stored == null ? -1 : stored.version();
        if (run.broken || version < run.from - 1 || version >= run.to()) {
            return null;
        }
        try {
            S state = stored;
            for (long next = version + 1; next <= run.to(); next++) {
                state = fold.apply(state, run.events.get((int) (next - run.from)), next);
            }
            return state;
        } catch (RuntimeException e) {
            log.warn("A hash of {} is dropped, for an event cannot follow it: {}", type, e.getMessage());
            run.broken = true;
            return null;
        }
    }
}
