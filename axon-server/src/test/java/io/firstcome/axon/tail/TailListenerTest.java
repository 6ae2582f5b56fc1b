package io.firstcome.axon.tail;

import static io.firstcome.axon.tail.MemoryEvents.commit;
import static io.firstcome.axon.tail.MemoryEvents.entries;
import static io.firstcome.axon.tail.MemoryEvents.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A listener gets each entry, and is told how far back that is all. */
class TailListenerTest {

    private static final Duration OFTEN = Duration.ofMillis(5);
    private static final Duration SELDOM = Duration.ofMinutes(1);
    /** Less than what the tail takes by itself. */
    private static final Duration SOON = Duration.ofMillis(400);

    private final MemoryEvents store = new MemoryEvents();
    private final EventTail tail = store.tail;

    @AfterEach
    void close() {
        tail.close();
    }

    private static final class Listener implements TailListener {
        private final Duration within;
        final List<Long> positions = new CopyOnWriteArrayList<>();
        final AtomicInteger lost = new AtomicInteger();
        final AtomicLong complete = new AtomicLong(Long.MIN_VALUE);

        Listener(Duration within) {
            this.within = within;
        }

        @Override
        public void next(Entry entry) {
            positions.add(entry.position());
        }

        @Override
        public void complete(long instant) {
            complete.accumulateAndGet(instant, Math::max);
        }

        @Override
        public void lost() {
            lost.incrementAndGet();
        }

        @Override
        public Duration completeWithin() {
            return within;
        }

        void awaitComplete(long instant) {
            await().until(() -> complete.get() >= instant);
        }
    }

    private Listener listen(Duration within) {
        Listener listener = new Listener(within);
        tail.tell(listener);
        listener.awaitComplete(Long.MIN_VALUE + 1);
        return listener;
    }

    @Test
    void givenAListener_whenSomethingIsCommittedHere_thenThatIsAllWithoutAReadOfTheStore() {
        Listener listener = listen(SELDOM);
        int reads = store.reads.get();
        Commit commit = commit(1, 3);

        tail.committed(List.of(commit));

        listener.awaitComplete(commit.writtenAt());
        assertThat(listener.positions).isEqualTo(range(1, 3));
        assertThat(store.reads).hasValue(reads);
    }

    @Test
    void givenACommitOfAnotherProcess_whenALaterOneIsTold_thenItIsNotAllUntilTheFirstIsThere() {
        Listener listener = listen(SELDOM);
        Commit commit = commit(4, 5);
        entries(1, 5).forEach(store::add);

        tail.committed(List.of(commit));

        listener.awaitComplete(commit.writtenAt());
        assertThat(listener.positions).isEqualTo(range(1, 5));
    }

    @Test
    void givenAListenerThatAsksOften_whenOthersCommit_thenItGetsAllWithinItsTime() {
        Listener listener = listen(OFTEN);

        entries(1, 250).forEach(store::add);

        assertGetsSoon(listener, 250, System.nanoTime());
    }

    @Test
    void givenAListenerThatAsksSeldom_whenOthersHaveCommitted_thenItGetsTheNextOfThemSoon() {
        store.alone = false;
        Listener listener = listen(SELDOM);
        entries(1, 1).forEach(store::add);
        tail.committed(List.of());
        await().until(() -> listener.positions.size() == 1);

        entries(2, 3).forEach(store::add);

        assertGetsSoon(listener, 3, System.nanoTime());
    }

    @Test
    void givenAListenerThatAsksSeldom_whenALookIsAskedFor_thenItIsToldAtOnce() {
        Listener listener = listen(SELDOM);
        entries(1, 2).forEach(store::add);
        long stored = System.nanoTime();

        tail.committed(List.of());

        assertGetsSoon(listener, 2, stored);
    }

    /** All up to this position, and it knows that these are all that were stored by then. */
    private static void assertGetsSoon(Listener listener, int last, long stored) {
        await().atMost(SOON).until(() -> listener.complete.get() >= stored);
        assertThat(listener.positions).isEqualTo(range(1, last));
    }

    @Test
    void givenAStoreThatFails_whenItIsBack_thenTheListenerKnowsBoth() {
        Listener listener = listen(OFTEN);
        store.broken = true;
        await().until(() -> listener.lost.get() > 0);
        entries(1, 5).forEach(store::add);

        store.broken = false;

        listener.awaitComplete(System.nanoTime());
        assertThat(listener.positions).isEqualTo(range(1, 5));
    }

    @Test
    void givenAStoreThatHasLostEvents_whenOthersTakeTheirPositions_thenTheListenerKnowsAndGetsThem() {
        Listener listener = listen(OFTEN);
        entries(1, 5).forEach(store::add);
        listener.awaitComplete(System.nanoTime());

        store.takeBack(3);
        await().until(() -> listener.lost.get() > 0);
        entries(4, 6).forEach(store::add);

        listener.awaitComplete(System.nanoTime());
        assertThat(listener.positions).containsExactly(1L, 2L, 3L, 4L, 5L, 4L, 5L, 6L);
    }

    @Test
    void givenAListenerThatHasLeft_whenSomethingIsCommitted_thenItIsNotTold() {
        Listener gone = listen(SELDOM);
        Listener here = listen(SELDOM);
        tail.leave(gone);
        Commit commit = commit(1, 1);

        tail.committed(List.of(commit));

        here.awaitComplete(commit.writtenAt());
        assertThat(here.positions).containsExactly(1L);
        assertThat(gone.positions).isEmpty();
    }
}
