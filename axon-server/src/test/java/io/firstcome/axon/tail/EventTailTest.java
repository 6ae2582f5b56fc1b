package io.firstcome.axon.tail;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventTailTest {

    private static final Duration PAUSE = Duration.ofMillis(1);

    /** A store in memory: what is in it is committed. */
    private static final class Store implements StoredEvents {

        private final ConcurrentSkipListMap<Long, Entry> entries = new ConcurrentSkipListMap<>();
        private final AtomicInteger reads = new AtomicInteger();
        private volatile boolean broken;

        void add(Entry entry) {
            entries.put(entry.position(), entry);
        }

        @Override
        public List<Entry> entriesAfter(long position) {
            if (broken) {
                throw new IllegalStateException("The store is away");
            }
            reads.incrementAndGet();
            List<Entry> found = new ArrayList<>();
            for (Entry entry : entries.tailMap(position, false).values()) {
                if (entry.position() != position + found.size() + 1 || found.size() == 100) {
                    break;
                }
                found.add(entry);
            }
            return found;
        }

        @Override
        public long head() {
            return entries.isEmpty() ? 0 : entries.lastKey();
        }
    }

    private final Store store = new Store();
    private final EventTail tail = new EventTail(store);

    @AfterEach
    void close() {
        tail.close();
    }

    private static TrackedEventMessage<?> message(long position, Object payload) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(position), GenericEventMessage.asEventMessage(payload));
    }

    private static Entry entry(long position) {
        return new Entry(position, List.of(message(position, position)));
    }

    private static List<Entry> entries(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(EventTailTest::entry)
                .toList();
    }

    private static Commit commit(long first, long last) {
        return new Commit(first, () -> entries(first, last));
    }

    private TrackingEventStream open(long position) {
        return tail.open(position, type -> true, PAUSE);
    }

    private static List<Long> take(TrackingEventStream stream, int count) throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        while (positions.size() < count && stream.hasNextAvailable(2, SECONDS)) {
            positions.add(stream.nextAvailable().trackingToken().position().orElseThrow());
        }
        return positions;
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
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

        tail.committed(List.of(new Commit(1, () -> {
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
    void givenAReaderOfFewTypes_whenOthersCome_thenItGetsOnlyTheLastOfThem() throws Exception {
        TrackingEventStream stream = tail.open(0, String.class::equals, PAUSE);
        TrackingEventStream all = open(0);
        List<Entry> mixed = new ArrayList<>(entries(1, 50));
        mixed.add(new Entry(51, List.of(message(51, "wanted"))));
        mixed.addAll(entries(52, 60));

        tail.committed(List.of(new Commit(1, () -> mixed)));

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

        tail.committed(List.of(new Commit(1, () -> List.of(dropped, split, entry(3)))));

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
        TrackingEventStream stream = tail.open(0, String.class::equals, PAUSE);
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
