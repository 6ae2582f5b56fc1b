package io.firstcome.axon.processing;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The event store, but with streams that tell when there is something to read.
 *
 * <p>Axon's embedded store has none, so its pooled processors look twice a second: every view would be that late.
 *
 * @param reader who reads, for the names of threads
 */
record WakingEvents(StreamableMessageSource<TrackedEventMessage<?>> events, String reader)
        implements StreamableMessageSource<TrackedEventMessage<?>> {

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new WakingStream(events.openStream(token), reader + "-watch");
    }

    @Override
    public TrackingToken createTailToken() {
        return events.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return events.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return events.createTokenAt(instant);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        return events.createTokenSince(duration);
    }
}
