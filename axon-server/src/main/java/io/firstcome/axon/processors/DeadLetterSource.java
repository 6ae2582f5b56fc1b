package io.firstcome.axon.processors;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What some processors have put aside because they could not do it: events that views cannot take, steps of processes that
 * fail. A bean of this type for each kind; one processor has work of one kind.
 */
public interface DeadLetterSource {

    /** How much is dead-lettered, by processor; those that have none may be left out. */
    Map<String, Long> counts();

    /** Up to {@code limit} of what {@code processor} has dead-lettered, by sequence and index, those after {@code after}. */
    List<Letter> list(String processor, @Nullable Place after, int limit);

    /**
     * Tries again what {@code processor} has dead-lettered; what succeeds is dead-lettered no longer.
     *
     * @param end when to begin no more, by {@link System#nanoTime()}
     */
    void retry(String processor, long end);

    /** Where a list of dead letters goes on. */
    record Place(String sequence, long index) {}

    /**
     * One piece of dead letters.
     *
     * @param place sequence: what is done in order, or not at all
     * @param eventId the event that cannot be handled, or whose step fails
     * @param type the name of the event, or of the step's command
     * @param aggregateId as the event store knows it
     * @param version the event's number in its aggregate; null: it is a step
     * @param reason why it failed; null: it waits behind another
     */
    record Letter(
            Place place,
            String eventId,
            String type,
            String aggregateId,
            @Nullable Long version,
            Instant enqueuedAt,
            @Nullable String reason) {}
}
