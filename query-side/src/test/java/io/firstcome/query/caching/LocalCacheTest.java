package io.firstcome.query.caching;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.query.caching.FakeStore.Total;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What is in memory is exact, and as fresh as it says, whatever comes between. */
class LocalCacheTest {

    private final FakeStore store = new FakeStore(100, null);

    private FakeStore withCounter() {
        store.store("a", 5);
        store.row("a", 5, 0);
        store.look();
        return store;
    }

    @Test
    void givenCounter_whenReadTwice_thenLoadedOnceAndFollowed() {
        withCounter();
        assertThat(store.sum("a")).isEqualTo(5);
        store.store("a", 2);
        store.look();

        assertThat(store.sum("a")).isEqualTo(7);
        assertThat(store.loads).hasValue(1);
        assertThat(store.metrics
                        .get("firstcome.readmodel.reads")
                        .tag("source", "near")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(store.metrics.get("firstcome.near.staleness").timer().count())
                .isEqualTo(1);
    }

    @Test
    void givenViewThatIsBehind_whenLoaded_thenTheStoreTellsWhatIsMissing() {
        withCounter();
        store.store("a", 2);
        store.store("a", 3);

        assertThat(store.sum("a")).isEqualTo(10);
    }

    @Test
    void givenNoLookForMaxAge_whenRead_thenNothingIsSaid() {
        withCounter();
        assertThat(store.sum("a")).isEqualTo(5);
        store.store("a", 2);

        store.age(FakeStore.MAX_AGE);
        // The control: within the age what is old is shown.
        assertThat(store.sum("a")).isEqualTo(5);
        store.age(Duration.ofNanos(1));
        assertThat(store.sum("a")).isNull();
        assertThat(store.states.find("a")).isNull();

        store.look();
        assertThat(store.sum("a")).isEqualTo(7);
    }

    /** Each look costs the store a query, also where nobody ever reads. */
    @Test
    void givenReaders_whenTheyComeAndGo_thenTheStoreIsAskedOftenOnlyWhileTheyAreThere() {
        withCounter();
        assertThat(store.sum("a")).isEqualTo(5);
        assertThat(store.caches.completeWithin()).isEqualTo(Duration.ofMillis(1));

        store.age(Duration.ofSeconds(1));
        assertThat(store.caches.completeWithin()).isEqualTo(Duration.ofSeconds(1));
        store.store("a", 2);
        assertThat(store.sum("a")).isNull();
        assertThat(store.caches.completeWithin()).isEqualTo(Duration.ofMillis(1));

        store.look();
        assertThat(store.sum("a")).isEqualTo(7);
    }

    @Test
    void givenNoLookYet_whenRead_thenNothingIsSaid() {
        store.store("a", 5);
        store.row("a", 5, 0);

        assertThat(store.sum("a")).isNull();
        assertThat(store.loads).hasValue(0);
    }

    @Test
    void givenUnknownId_whenRead_thenSurelyNothingAndNoPlaceIsTaken() {
        withCounter();
        for (int i = 0; i < 1_000; i++) {
            assertThat(store.states.look("unknown-" + i)).isEqualTo(new LocalCache.Look<>(true, null));
        }
        assertThat(store.states.size()).isZero();
    }

    @Test
    void givenEventThatComesWhileLoading_whenLoaded_thenItIsIn() {
        withCounter();
        // After the row and its tail were read, an event is stored and passes by, before the state is taken.
        store.afterRow = () -> {
            store.store("a", 2);
            store.look();
        };

        assertThat(store.sum("a")).isEqualTo(7);
        assertThat(store.loads).hasValue(2);
    }

    @Test
    void givenMemoryThatIsDroppedWhileLoading_whenLoaded_thenWhatWasReadBeforeIsNotTaken() {
        withCounter();
        store.afterRow = () -> {
            store.row("a", 6, 0);
            store.caches.drop("counter-view");
        };

        assertThat(store.sum("a")).isEqualTo(6);
    }

    @Test
    void givenStoreThatFailed_whenItIsBack_thenAllIsLoadedAnew() {
        withCounter();
        store.store("a", 2);
        store.look();
        assertThat(store.sum("a")).isEqualTo(7);

        store.broken = true;
        store.look();
        assertThat(store.sum("a")).isNull();
        // A power failure has taken back what was shown, and something else has come.
        store.forgetNewest();
        store.store("b", 1);
        store.broken = false;
        store.look();

        assertThat(store.sum("a")).isEqualTo(5);
    }

    @Test
    void givenStoreThatFailsWhileLoading_whenRead_thenNothingIsSaid() {
        withCounter();
        store.broken = true;

        assertThat(store.sum("a")).isNull();
        assertThat(store.caches.areFresh()).isFalse();
    }

    @Test
    void givenEventThatCannotFollow_whenItComes_thenTheCounterIsLeftToOthers() {
        withCounter();
        assertThat(store.sum("a")).isEqualTo(5);
        store.store("a", -1);
        store.look();

        assertThat(store.sum("a")).isNull();
        assertThat(store.states.size()).isZero();
    }

    @Test
    void givenViewFarBehind_whenRead_thenNothingIsSaid() {
        withCounter();
        for (int i = 0; i < 1_000; i++) {
            store.store("a", 1);
        }
        assertThat(store.sum("a")).isNull();
    }

    @Test
    void givenSmallMemory_whenMoreAreRead_thenItKeepsItsSizeAndStaysRight() {
        FakeStore small = new FakeStore(10, null);
        for (int i = 0; i < 200; i++) {
            small.store("c" + i, i);
            small.row("c" + i, i, 0);
        }
        small.look();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 200; i++) {
                small.store("c" + i, 1);
                assertThat(small.sum("c" + i)).isNotNull();
            }
            small.look();
            for (int i = 0; i < 200; i++) {
                assertThat(small.sum("c" + i)).isEqualTo(i + round + 1);
            }
        }
        assertThat(small.states.size()).isLessThanOrEqualTo(10);
    }

    @Test
    void givenSomethingNewerElsewhere_whenReadAgain_thenMemoryIsNotOlder() {
        withCounter();
        assertThat(store.sum("a")).isEqualTo(5);
        store.store("a", 2);
        Total elsewhere = new Total("a", 7, 1);

        assertThat(store.states.newer(elsewhere)).isEqualTo(elsewhere);
        assertThat(store.sum("a")).isEqualTo(7);
        assertThat(store.states.newer(new Total("a", 5, 0)).sum()).isEqualTo(7);
    }

    @Test
    void givenWritersReadersAndAFeed_whenAllRun_thenNoReaderSeesTheVersionGoBackOrMissesWhatIsOld() throws Exception {
        FakeStore live = new FakeStore(3, System::nanoTime);
        for (int i = 0; i < 5; i++) {
            live.store("c" + i, 1);
            live.row("c" + i, 1, 0);
        }
        AtomicBoolean running = new AtomicBoolean(true);
        live.caches.start();
        List<Future<Long>> readers = new ArrayList<>();
        AtomicLong[] written = new AtomicLong[5];
        for (int i = 0; i < 5; i++) {
            written[i] = new AtomicLong(1);
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int r = 0; r < 4; r++) {
                readers.add(threads.submit(() -> readAll(live, running, written)));
            }
            for (int i = 0; i < 2_000; i++) {
                live.store("c" + i % 5, 1);
                written[i % 5].incrementAndGet();
                if (i % 100 == 0) {
                    LockSupport.parkNanos(1_000_000);
                }
                if (i % 500 == 0) {
                    live.caches.drop("counter-view");
                }
            }
            running.set(false);
            for (Future<Long> reader : readers) {
                assertThat(reader.get(30, TimeUnit.SECONDS)).isPositive();
            }
        } finally {
            live.caches.stop();
            live.tail.close();
        }
        assertThat(live.caches.isRunning()).isFalse();
    }

    /** Each event adds one, so that sum and version tell the same; returns how often it was answered. */
    private static long readAll(FakeStore live, AtomicBoolean running, AtomicLong[] written) {
        long[] last = new long[5];
        long answered = 0;
        while (running.get() || answered == 0) {
            for (int i = 0; i < 5; i++) {
                LocalCache.Look<Total> look = live.states.look("c" + i);
                Total total = look.state();
                if (look.isSure() && total != null) {
                    assertThat(total.sum()).isEqualTo(total.version() + 1);
                    assertThat(total.sum()).isGreaterThanOrEqualTo(last[i]).isLessThanOrEqualTo(written[i].get() + 1);
                    last[i] = total.sum();
                    answered++;
                }
            }
        }
        return answered;
    }
}
