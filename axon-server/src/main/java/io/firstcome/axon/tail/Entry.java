package io.firstcome.axon.tail;

import java.util.List;
import java.util.function.Predicate;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * One position of the event store as its readers get it.
 *
 * @param position 1 or more; the next entry has the next number
 * @param messages one, unless an upcaster drops the event or makes several of it
 */
public record Entry(long position, List<? extends TrackedEventMessage<?>> messages) {

    boolean hasOneOf(Predicate<TrackedEventMessage<?>> wanted) {
        for (TrackedEventMessage<?> message : messages) {
            if (wanted.test(message)) {
                return true;
            }
        }
        return false;
    }
}
