package io.firstcome.query.view;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.axon.processors.ProcessingGroupDefinition;
import io.firstcome.axon.processors.ProcessingGroupSource;
import io.firstcome.axon.processors.UnknownEvents;
import io.firstcome.axon.processors.ViewBatch;
import io.firstcome.axon.processors.ViewDeadLetterQueue;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps the tables of a view. A subclass has its name in {@code @ProcessingGroup}, and for each event, or family of
 * events, an {@code @EventHandler} that {@link #add}s it.
 *
 * <p>The changes of a batch are collected and written before its commit. When the database refuses the data of a batch,
 * the changes are written one by one: events that it still refuses, and those that follow one of them in its sequence,
 * become dead letters.
 *
 * @param <K> the key of a row
 * @param <E> the events of the view
 */
public abstract class ViewProjection<K, E> implements ProcessingGroupSource {

    private final JdbcTemplate jdbc;
    private final ViewEvents events;
    private final List<ViewTable<?>> tables;
    private final ViewDeadLetterQueue deadLetters;
    private final ViewBatch<ViewChange<K, E>> batches;

    /** @param tables in the order in which they are emptied */
    @SuppressWarnings("this-escape") // it is called when a batch is written
    protected ViewProjection(ViewFrame frame, ViewEvents events, ViewTable<?>... tables) {
        this.jdbc = frame.jdbc();
        this.events = events;
        this.tables = Stream.of(tables).<ViewTable<?>>map(frame::table).toList();
        ProcessingGroup group = Objects.requireNonNull(getClass().getAnnotation(ProcessingGroup.class));
        this.deadLetters = frame.queues().queue(group.value(), events);
        this.batches = new ViewBatch<>(deadLetters, change -> change.origin().message(), this::write);
    }

    @Override
    public final ProcessingGroupDefinition processingGroup() {
        return ProcessingGroupDefinition.view(deadLetters, events.replayed().toArray(String[]::new));
    }

    /** Adds the event that is being handled to the row of this key, when the batch is written. */
    protected final void add(K key, E event, DomainEventMessage<?> message) {
        batches.add(new ViewChange<>(key, event, EventPosition.of(message)));
    }

    /**
     * Writes the changes of a batch, in order, in as few statements as it takes.
     *
     * <p>It ignores what the tables already hold by its position, so that events may come twice, and it may be called
     * again for single changes after it failed half-way.
     */
    protected abstract void write(List<ViewChange<K, E>> changes);

    @EventHandler
    final void on(UnknownSerializedType event, DomainEventMessage<?> message) {
        events.aggregates().forEach(type -> UnknownEvents.refuse(message, type));
    }

    /** Empties the tables, in the transaction that sets the processor back. */
    @ResetHandler
    final void reset() {
        tables.forEach(table -> table.clear(jdbc));
    }
}
