package io.firstcome.axon.tail;

import static io.firstcome.axon.tail.MemoryEvents.commit;
import static io.firstcome.axon.tail.MemoryEvents.entries;
import static io.firstcome.axon.tail.MemoryEvents.range;
import static io.firstcome.axon.tail.MemoryEvents.take;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventTailTest {

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

    @Test
    void givenAFollower_whenSomethingIsCommittedHere_thenItIsThereWithoutAReadOfTheStore() throws Exception {
        TrackingEventStream stream = open(0);
        assertThat(stream.hasNextAvailable(10, MILLISECONDS)).isFalse();
        int reads = store.reads.get();

        tail.committed(List.of(commit(1, 3)));

        assertThat(take(stream, 3)).isEqualTo(range(1, 3));
        assertThat(store.reads).hasValue(reads);
    }

    @Test
    void givenACommitThatIsToldBeforeAnEarlierOne_whenBothAreTold_thenTheyComeInOrder() throws Exception {
        TrackingEventStream stream = open(0);

        tail.committed(List.of(commit(4, 6)));
        assertThat(stream.hasNextAvailable(1, MILLISECONDS)).isFalse();
        tail.committed(List.of(commit(1, 3)));

        assertThat(take(stream, 6)).isEqualTo(range(1, 6));
    }

    @Test
    void givenACommitOfAnotherProcess_whenALaterOneIsTold_thenTheFirstIsReadFromTheStore() throws Exception {
        TrackingEventStream stream = open(0);

        entries(1, 5).forEach(store::add);
        tail.committed(List.of(commit(4, 5)));

        assertThat(take(stream, 5)).isEqualTo(range(1, 5));
    }

    @Test
    void givenCommitsOfOthersOnly_whenNothingIsTold_thenTheyAreFoundAllTheSame() throws Exception {
        TrackingEventStream stream = open(0);
        assertThat(stream.hasNextAvailable(10, MILLISECONDS)).isFalse();

        entries(1, 250).forEach(store::add);

        assertThat(take(stream, 250)).isEqualTo(range(1, 250));
    }

    @Test
    void givenAStoreThatFails_whenItIsBack_thenTheTailGoesOn() throws Exception {
        TrackingEventStream stream = open(0);
        assertThat(stream.hasNextAvailable(10, MILLISECONDS)).isFalse();
        store.broken = true;
        entries(1, 5).forEach(store::add);
        tail.committed(List.of());
        assertThat(stream.hasNextAvailable(20, MILLISECONDS)).isFalse();

        store.broken = false;

        assertThat(take(stream, 5)).isEqualTo(range(1, 5));
    }

    @Test
    void givenEventsThatCannotBeMade_whenTheStoreHasThem_thenTheyAreReadThere() throws Exception {
        TrackingEventStream stream = open(0);
        entries(1, 2).forEach(store::add);

        tail.committed(List.of(new Commit(1, 2, () -> {
            throw new IllegalStateException("An upcaster failed");
        })));

        assertThat(take(stream, 2)).isEqualTo(range(1, 2));
    }

    @Test
    void givenMoreThanIsKept_whenAFollowerIsFarBehind_thenItReadsTheStoreAndMissesNothing() throws Exception {
        TrackingEventStream slow = open(0);
        TrackingEventStream first = open(0);
        for (long at = 1; at <= 20_000; at += 100) {
            entries(at, at + 99).forEach(store::add);
            tail.committed(List.of(commit(at, at + 99)));
        }
        assertThat(take(first, 20_000)).isEqualTo(range(1, 20_000));

        assertThat(take(slow, 20_000)).isEqualTo(range(1, 20_000));
    }

    @Test
    void givenMuchThatAllHaveRead_whenItGoesOn_thenTheTailForgetsIt() throws Exception {
        TrackingEventStream stream = open(0);
        tail.committed(List.of(commit(1, 3_000)));
        assertThat(take(stream, 3_000)).hasSize(3_000);

        tail.committed(List.of(commit(3_001, 3_001)));

        await().untilAsserted(
                        () -> assertThat(tail.at(3_000 - EventRingBuffer.READ)).isNull());
        assertThat(tail.at(3_001)).isNotNull();
    }

    @Test
    void givenAFollowerThatIsSlow_whenAnotherHasReadAll_thenItStillNeedsNoReadOfTheStore() throws Exception {
        TrackingEventStream slow = open(0);
        TrackingEventStream fast = open(0);
        tail.committed(List.of(commit(1, 3_000)));
        assertThat(take(fast, 3_000)).hasSize(3_000);
        tail.committed(List.of(commit(3_001, 3_001)));
        assertThat(take(fast, 1)).containsExactly(3_001L);
        int reads = store.reads.get();

        assertThat(take(slow, 3_001)).isEqualTo(range(1, 3_001));
        assertThat(store.reads).hasValue(reads);
    }

    /** Lanes and another process commit at once, as the store's head row lets them; every reader gets each position once, in order. */
    @Test
    void givenCommitsFromManySides_whenManyRead_thenEachGetsAllInOrder() throws Exception {
        int readers = 4;
        long last = 30_000;
        AtomicLong head = new AtomicLong();
        CountDownLatch ended = new CountDownLatch(readers);
        List<List<Long>> read = new CopyOnWriteArrayList<>();
        for (int i = 0; i < readers; i++) {
            TrackingEventStream stream = open(0);
            Thread.ofVirtual().start(() -> {
                try {
                    read.add(take(stream, (int) last));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                } finally {
                    ended.countDown();
                }
            });
        }
        for (int side = 0; side < 3; side++) {
            boolean told = side < 2;
            Thread.ofPlatform().start(() -> {
                for (long first = next(head, last); first <= last; first = next(head, last)) {
                    if (told) {
                        tail.committed(List.of(commit(first, first + 9)));
                    }
                }
            });
        }

        assertThat(ended.await(60, SECONDS)).isTrue();
        assertThat(read)
                .hasSize(readers)
                .allSatisfy(positions -> assertThat(positions).isEqualTo(range(1, last)));
    }

    /** Takes ten positions and commits them; the lock of the head row is this method's. */
    private synchronized long next(AtomicLong head, long last) {
        long first = head.getAndAdd(10) + 1;
        if (first <= last) {
            entries(first, first + 9).forEach(store::add);
        }
        return first;
    }
}
