package io.firstcome.axon.tail;

import static io.firstcome.axon.tail.MemoryEvents.commit;
import static io.firstcome.axon.tail.MemoryEvents.entries;
import static io.firstcome.axon.tail.MemoryEvents.entry;
import static io.firstcome.axon.tail.MemoryEvents.message;
import static io.firstcome.axon.tail.MemoryEvents.range;
import static io.firstcome.axon.tail.MemoryEvents.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TailStreamTest {

    private static final Duration PAUSE = Duration.ofMillis(1);

    private final MemoryEvents store = new MemoryEvents();
    private final EventTail tail = store.tail;

    @AfterEach
    void close() {
        tail.close();
    }

    private TrackingEventStream open(long position) {
        return tail.open(position, event -> true, PAUSE);
    }

    private static boolean isText(TrackedEventMessage<?> event) {
        return event.getPayload() instanceof String;
    }

    @Test
    void givenAReaderOfFewTypes_whenOthersCome_thenItGetsOnlyTheLastOfThem() throws Exception {
        TrackingEventStream stream = tail.open(0, TailStreamTest::isText, PAUSE);
        TrackingEventStream all = open(0);
        List<Entry> mixed = new ArrayList<>(entries(1, 50));
        mixed.add(new Entry(51, List.of(message(51, "wanted"))));
        mixed.addAll(entries(52, 60));

        tail.committed(List.of(new Commit(1, 60, () -> mixed)));

        assertThat(take(all, 60)).hasSize(60);
        assertThat(take(stream, 2)).containsExactly(51L, 60L);
        assertThat(stream.hasNextAvailable()).isFalse();
    }

    @Test
    void givenAnEventThatAnUpcasterDropsAndOneThatItSplits_whenRead_thenTheFirstIsSkippedAndTheSecondComesWhole()
            throws Exception {
        TrackingEventStream stream = open(0);
        Entry dropped = new Entry(1, List.of());
        Entry split = new Entry(2, List.of(message(2, "a"), message(2, "b")));

        tail.committed(List.of(new Commit(1, 3, () -> List.of(dropped, split, entry(3)))));

        assertThat(take(stream, 3)).containsExactly(2L, 2L, 3L);
    }

    @Test
    void givenAReaderThatWaits_whenSomethingComes_thenItIsCalledUntilItHasReadAll() throws Exception {
        TrackingEventStream stream = open(0);
        AtomicInteger calls = new AtomicInteger();
        stream.setOnAvailableCallback(calls::incrementAndGet);

        tail.committed(List.of(commit(1, 2)));

        await().untilAsserted(() -> assertThat(calls).hasValueGreaterThan(2));
        assertThat(take(stream, 2)).isEqualTo(range(1, 2));
        int called = calls.get();
        await().during(Duration.ofMillis(50)).until(() -> calls.get() <= called + 1);
    }

    @Test
    void givenAReaderThatHandlesNoneOfThem_whenEventsCome_thenItIsCalledSeldom() throws Exception {
        TrackingEventStream stream = tail.open(0, TailStreamTest::isText, PAUSE);
        AtomicInteger calls = new AtomicInteger();
        stream.setOnAvailableCallback(calls::incrementAndGet);
        TrackingEventStream all = open(0);

        long begin = System.nanoTime();
        for (long at = 1; at <= 100; at++) {
            tail.committed(List.of(commit(at, at)));
            take(all, 1);
        }
        long quarters = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 250;

        assertThat(calls.get()).isLessThanOrEqualTo((int) quarters + 2);
        await().untilAsserted(() -> assertThat(calls).hasPositiveValue());
    }

    @Test
    void givenAClosedStream_whenEventsCome_thenItsReaderIsNotCalled() throws Exception {
        TrackingEventStream stream = open(0);
        AtomicInteger calls = new AtomicInteger();
        stream.setOnAvailableCallback(calls::incrementAndGet);
        stream.close();

        tail.committed(List.of(commit(1, 1)));

        assertThat(take(open(0), 1)).containsExactly(1L);
        assertThat(calls).hasValue(0);
    }
}
