package io.firstcome.axon.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WakingStreamTest {

    /** A stream over a queue, as Axon's: one event may be held back by a look ahead. */
    private static final class QueueStream implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingQueue<TrackedEventMessage<?>> queue = new LinkedBlockingQueue<>();
        private @Nullable TrackedEventMessage<?> held;
        private volatile boolean broken;
        private volatile boolean closed;

        void add(long position) {
            queue.add(new GenericTrackedEventMessage<>(
                    new GlobalSequenceTrackingToken(position), GenericEventMessage.asEventMessage(position)));
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return Optional.ofNullable(held);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            if (broken) {
                throw new IllegalStateException("The store is away");
            }
            if (held == null) {
                held = queue.poll(timeout, unit);
            }
            return held != null;
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            TrackedEventMessage<?> next = held == null ? queue.take() : held;
            held = null;
            return next;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final QueueStream events = new QueueStream();
    private final WakingStream stream = new WakingStream(events, "test-watch");
    private final AtomicInteger calls = new AtomicInteger();

    @AfterEach
    void close() {
        stream.close();
    }

    private boolean hasNext() throws InterruptedException {
        return stream.hasNextAvailable(0, TimeUnit.MILLISECONDS);
    }

    @Test
    void givenAReaderThatFoundItEmpty_whenAnEventComes_thenItIsCalledAndTheEventIsThere() throws Exception {
        assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
        assertThat(hasNext()).isFalse();
        events.add(1);
        await().until(() -> calls.get() >= 1);

        assertThat(hasNext()).isTrue();
        assertThat(stream.nextAvailable().trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(1));
        assertThat(hasNext()).isFalse();
    }

    @Test
    void givenAReaderThatDoesNotCome_whenAnEventWaits_thenItIsCalledAgain() {
        stream.setOnAvailableCallback(calls::incrementAndGet);
        events.add(1);

        await().until(() -> calls.get() >= 3);
        assertThat(stream.peek()).isPresent();
    }

    @Test
    void givenAnEmptyStream_whenNothingComes_thenTheReaderIsLeftAlone() throws Exception {
        stream.setOnAvailableCallback(calls::incrementAndGet);
        assertThat(hasNext()).isFalse();

        await().during(Duration.ofMillis(200)).until(() -> calls.get() == 0);
    }

    @Test
    void givenAStoreThatFails_whenTheReaderWaits_thenItIsCalledToLearnOfIt() throws Exception {
        stream.setOnAvailableCallback(calls::incrementAndGet);
        assertThat(hasNext()).isFalse();
        events.broken = true;

        await().until(() -> calls.get() >= 1);
    }

    @Test
    void givenAClosedStream_whenAnEventComes_thenNobodyIsCalled() throws Exception {
        stream.setOnAvailableCallback(calls::incrementAndGet);
        assertThat(hasNext()).isFalse();
        stream.close();
        events.add(1);

        assertThat(events.closed).isTrue();
        await().during(Duration.ofMillis(150)).until(() -> calls.get() == 0);
    }
}
