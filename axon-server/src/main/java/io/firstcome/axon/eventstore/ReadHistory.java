package io.firstcome.axon.eventstore;

import java.util.List;
import org.axonframework.eventhandling.DomainEventData;
import org.jspecify.annotations.Nullable;

/**
 * What was read of an aggregate before it is loaded.
 *
 * @param snapshot the newest one, null when there is none
 * @param first the number of the first event after the snapshot, 0 without one
 * @param events from {@code first} on
 * @param isWhole whether these are all
 */
record ReadHistory(
        @Nullable DomainEventData<byte[]> snapshot, long first, List<DomainEventData<byte[]>> events, boolean isWhole) {

    /** Those from a number on that is not below {@code first}. */
    List<DomainEventData<byte[]>> from(long sequenceNumber) {
        return events.subList((int) Math.min(sequenceNumber - first, events.size()), events.size());
    }
}
