package io.firstcome.axon.processors;

import java.util.Set;
import java.util.function.Function;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * One event processor: a bean of this type for each processing group.
 *
 * @param name the name in {@code @ProcessingGroup}, in the token store and at {@code /processor}
 * @param queue where events go that cannot be taken; null: {@code onFault} decides
 * @param onFault what happens when a handler without a queue fails
 * @param start where it begins when it has never run
 * @param repeatable whether it may be set back to the start
 * @param onRelease runs when this process gives the processor up, and another may run it
 * @param aggregateTypes those whose events it handles, so that a replay reads no others; empty: any
 */
public record ProcessingGroupDefinition(
        String name,
        @Nullable ViewDeadLetterQueue queue,
        ListenerInvocationErrorHandler onFault,
        Function<StreamableMessageSource<TrackedEventMessage<?>>, @Nullable TrackingToken> start,
        boolean repeatable,
        Runnable onRelease,
        Set<String> aggregateTypes) {

    public ProcessingGroupDefinition {
        aggregateTypes = Set.copyOf(aggregateTypes);
    }

    /**
     * A view in the database: events that it cannot take are dead-lettered, and what is already stored counts as a replay.
     *
     * @param aggregateTypes those whose events it handles; none: any
     */
    public static ProcessingGroupDefinition view(ViewDeadLetterQueue queue, String... aggregateTypes) {
        return new ProcessingGroupDefinition(
                queue.group(),
                queue,
                PropagatingErrorHandler.instance(),
                ProcessingGroupDefinition::replayUpToNow,
                true,
                queue::forget,
                Set.of(aggregateTypes));
    }

    /** A processor that dead-letters nothing; what is already stored counts as a replay. */
    public static ProcessingGroupDefinition withoutQueue(String name, ListenerInvocationErrorHandler onFault) {
        return new ProcessingGroupDefinition(
                name, null, onFault, ProcessingGroupDefinition::replayUpToNow, true, () -> {}, Set.of());
    }

    /** A processor that retries for ever and for which every event is new, the stored ones too. */
    public static ProcessingGroupDefinition forwarder(String name) {
        return new ProcessingGroupDefinition(
                name,
                null,
                PropagatingErrorHandler.instance(),
                StreamableMessageSource::createTailToken,
                true,
                () -> {},
                Set.of());
    }

    /** A processor that tells another system: every event is new, the stored ones too, and what is refused is dead-lettered. */
    public static ProcessingGroupDefinition exporter(ViewDeadLetterQueue queue) {
        return new ProcessingGroupDefinition(
                queue.group(),
                queue,
                PropagatingErrorHandler.instance(),
                StreamableMessageSource::createTailToken,
                false,
                queue::forget,
                Set.of());
    }

    /** Sagas and their like: they retry for ever, begin with the first event, and are never set back. */
    public static ProcessingGroupDefinition process(String name) {
        return new ProcessingGroupDefinition(
                name,
                null,
                PropagatingErrorHandler.instance(),
                StreamableMessageSource::createTailToken,
                false,
                () -> {},
                Set.of());
    }

    private static TrackingToken replayUpToNow(StreamableMessageSource<TrackedEventMessage<?>> events) {
        return ReplayToken.createReplayToken(events.createHeadToken());
    }
}
