package io.firstcome.axon.processors;

import io.firstcome.axon.tail.EventTail;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The event store as one processor follows it.
 *
 * @param store makes the tokens
 * @param wanted which events the processor handles
 * @param pause the least time from one look to the next
 */
record TailEventSource(
        EventTail tail,
        StreamableMessageSource<TrackedEventMessage<?>> store,
        Predicate<TrackedEventMessage<?>> wanted,
        Duration pause)
        implements StreamableMessageSource<TrackedEventMessage<?>> {

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return tail.open(token == null ? 0 : token.position().orElseThrow(), wanted, pause);
    }

    @Override
    public TrackingToken createTailToken() {
        return store.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return store.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return store.createTokenAt(instant);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        return store.createTokenSince(duration);
    }
}
