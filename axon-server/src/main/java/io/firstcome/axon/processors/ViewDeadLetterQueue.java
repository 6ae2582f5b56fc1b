package io.firstcome.axon.processors;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The events that one view could not take, and all that follow them in their sequence.
 *
 * <p>Unlike Axon's queue it has no upper bound, since a full queue would stop the view; it asks the database about a sequence
 * only when one is known to be dead-lettered; and it stores the letters of a batch at the batch's end, in commit order.
 */
public final class ViewDeadLetterQueue extends JdbcSequencedDeadLetterQueue<EventMessage<?>> {

    private static final Logger log = LoggerFactory.getLogger(ViewDeadLetterQueue.class);

    private final String group;
    private final SequencingPolicy<? super EventMessage<?>> sequencing;
    private final JdbcTemplate jdbc;
    private @Nullable Set<Object> deadLetters;

    ViewDeadLetterQueue(
            String group,
            SequencingPolicy<? super EventMessage<?>> sequencing,
            JdbcTemplate jdbc,
            Builder<EventMessage<?>> builder) {
        super(builder.processingGroup(group).schema(DeadLetterColumns.SCHEMA));
        this.group = group;
        this.sequencing = sequencing;
        this.jdbc = jdbc;
    }

    String group() {
        return group;
    }

    SequencingPolicy<? super EventMessage<?>> sequencing() {
        return sequencing;
    }

    /** Events of one sequence are taken in order, or not at all. */
    Object sequenceOf(EventMessage<?> message) {
        return Objects.requireNonNullElseGet(sequencing.getSequenceIdentifierFor(message), message::getIdentifier);
    }

    /** Dead-letters an event at the end of the current batch; when it is a dead-lettered one that is being retried, it stays dead-lettered. */
    void add(EventMessage<?> message, @Nullable RuntimeException fault) {
        if (fault != null && CurrentUnitOfWork.get().resources().containsKey(DeadLetter.class.getName())) {
            throw fault;
        }
        Object sequence = sequenceOf(message);
        Instant now = GenericDeadLetter.clock.instant();
        Cause cause = fault == null ? null : TransientFailures.describe(fault);
        enqueue(sequence, new GenericDeadLetter<>(sequence, message, cause, now, now, MetaData.emptyInstance()));
    }

    /** What the current batch dead-letters. */
    BatchDeadLetters letters() {
        return BatchResource.of("letters of " + group, this::open, letters -> letters.store(this::store));
    }

    private BatchDeadLetters open() {
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        batch.onRollback(undone -> forget());
        return new BatchDeadLetters();
    }

    private void store(BatchDeadLetters.Letter letter) {
        letter.content()
                .cause()
                .ifPresent(cause -> log.warn(
                        "Event {} is dead-lettered by {}: {}",
                        letter.content().message().getIdentifier(),
                        group,
                        cause.message()));
        super.enqueue(letter.sequence(), letter.content());
    }

    @Override
    public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        letters().add(new BatchDeadLetters.Letter(sequence, letter));
        known().add(sequence.toString());
    }

    @Override
    public boolean contains(Object sequence) {
        if (!known().contains(sequence.toString())) {
            return false;
        }
        boolean now = CurrentUnitOfWork.isStarted() && letters().contains(sequence);
        if (now || isStored(sequence.toString())) {
            return true;
        }
        known().remove(sequence.toString());
        return false;
    }

    private boolean isStored(String sequence) {
        return !jdbc.queryForList(
                        "SELECT 1 FROM dead_letter_entry WHERE processing_group = ? AND sequence_identifier = ? LIMIT 1",
                        Integer.class,
                        group,
                        sequence)
                .isEmpty();
    }

    @Override
    public boolean isFull(Object sequence) {
        return false;
    }

    @Override
    public void clear() {
        super.clear();
        forget();
    }

    /** Forgets what it knows of the table: another process may have written to it. */
    synchronized void forget() {
        deadLetters = null;
    }

    private synchronized Set<Object> known() {
        Set<Object> known = deadLetters;
        if (known == null) {
            known = new HashSet<>(jdbc.queryForList(
                    "SELECT DISTINCT sequence_identifier FROM dead_letter_entry WHERE processing_group = ?",
                    String.class,
                    group));
            deadLetters = known;
        }
        return known;
    }
}
