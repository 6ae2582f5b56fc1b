package io.firstcome.axon.tail;

import static io.firstcome.axon.tail.MemoryEvents.commit;
import static io.firstcome.axon.tail.MemoryEvents.entries;
import static io.firstcome.axon.tail.MemoryEvents.range;
import static io.firstcome.axon.tail.MemoryEvents.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An {@link Error} does not end the thread of the tail: without it every processor stands still. */
class TailErrorTest {

    private final MemoryEvents store = new MemoryEvents();
    private final EventTail tail = store.tail;

    @AfterEach
    void close() {
        tail.close();
    }

    private static final class BrokenListener implements TailListener {

        final List<Long> positions = new CopyOnWriteArrayList<>();
        final AtomicInteger lost = new AtomicInteger();

        @Override
        public void next(Entry entry) {
            if (entry.position() == 2) {
                throw new StackOverflowError("thrown by the test");
            }
            positions.add(entry.position());
        }

        @Override
        public void complete(long instant) {
            // Not looked at.
        }

        @Override
        public void lost() {
            lost.incrementAndGet();
        }

        @Override
        public Duration completeWithin() {
            return Duration.ofMillis(5);
        }
    }

    @Test
    void givenAListenerThatThrowsAnError_whenMoreIsCommitted_thenItKnowsThatItHasMissedSomethingAndAllGoesOn()
            throws Exception {
        BrokenListener listener = new BrokenListener();
        tail.tell(listener);
        TrackingEventStream stream = tail.open(0, event -> true, Duration.ZERO);

        tail.committed(List.of(commit(1, 3)));

        assertThat(take(stream, 3)).isEqualTo(range(1, 3));
        await().untilAsserted(() -> assertThat(listener.positions).containsExactly(1L, 3L));
        assertThat(listener.lost).hasValueGreaterThanOrEqualTo(1);
        stream.close();
    }

    @Test
    void givenAReaderWhoseCallThrowsAnError_whenMoreIsCommitted_thenTheOthersAreStillCalled() throws Exception {
        TrackingEventStream broken = tail.open(0, event -> true, Duration.ZERO);
        broken.setOnAvailableCallback(() -> {
            throw new NoClassDefFoundError("thrown by the test");
        });
        AtomicInteger calls = new AtomicInteger();
        TrackingEventStream other = tail.open(0, event -> true, Duration.ZERO);
        other.setOnAvailableCallback(calls::incrementAndGet);

        tail.committed(List.of(commit(1, 1)));
        await().until(() -> calls.get() > 0);
        entries(2, 4).forEach(store::add);
        tail.committed(List.of());

        assertThat(take(other, 4)).isEqualTo(range(1, 4));
        broken.close();
        other.close();
    }

    /** The negative control: a thread without this care ends with the first error. */
    @Test
    void givenATurnThatThrowsAnError_whenTaken_thenTheNextIsTakenAndAPlainThreadHasEnded() throws Exception {
        AtomicInteger turns = new AtomicInteger();
        TailThread.Turn turn = () -> {
            if (turns.incrementAndGet() == 1) {
                throw new AssertionError("thrown by the test");
            }
            return turns.get() < 3;
        };

        TailThread.start(turn).join();

        assertThat(turns).hasValue(3);
        turns.set(0);
        Thread plain = Thread.ofPlatform()
                .uncaughtExceptionHandler((thread, error) -> {})
                .start(() -> {
                    try {
                        while (turn.take()) {
                            Thread.onSpinWait();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        plain.join();
        assertThat(turns).hasValue(1);
    }
}
