package io.firstcome.query.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstcome.axon.eventstore.AggregateVersion;
import io.firstcome.axon.processors.ViewProgress;
import io.firstcome.query.consistency.ViewWaits.End;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ViewWaitsTest {

    private static final int PLACES = 50;
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final AggregateVersion STORED = new AggregateVersion("stock:1", 3);

    private final AtomicLong head = new AtomicLong(10);
    private final AtomicLong position = new AtomicLong(10);
    private final AtomicBoolean breaks = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<AggregateVersion, Long> stored = new ConcurrentHashMap<>(Map.of(STORED, 12L));
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ViewWaits waits = new ViewWaits(new Progress(), this::positions, PLACES, metrics);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final class Progress implements ViewProgress {

        @Override
        public long head() {
            return head.get();
        }

        @Override
        public long position(String processor) {
            asked.incrementAndGet();
            if (breaks.getAndSet(false)) {
                throw new StackOverflowError("thrown by the test");
            }
            return position.get();
        }
    }

    private Map<AggregateVersion, Long> positions(Collection<AggregateVersion> wanted) {
        Map<AggregateVersion, Long> found = new HashMap<>(stored);
        found.keySet().retainAll(wanted);
        return found;
    }

    @AfterEach
    void close() {
        threads.close();
    }

    private Future<End> waitFor(AggregateVersion version) {
        return threads.submit(() -> waits.untilContains("stock", version, LONG));
    }

    private List<Future<End>> fillWith(AggregateVersion version) {
        List<Future<End>> all = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            all.add(waitFor(version));
        }
        await().until(() -> waiting() == PLACES);
        return all;
    }

    private double waiting() {
        return metrics.get("firstcome.view.waits").gauge().value();
    }

    @Test
    void givenAViewThatIsUpToDate_whenWaitedForAll_thenNobodyWaits() {
        assertThat(waits.untilCaughtUp("stock", LONG)).isEqualTo(End.REACHED);
    }

    @Test
    void givenAViewThatIsBehind_whenItGetsToWhatWasStoredThen_thenTheWaitEndsThoughMoreIsStored() throws Exception {
        head.set(20);
        Future<End> end = threads.submit(() -> waits.untilCaughtUp("stock", LONG));
        int before = asked.get();
        await().until(() -> asked.get() > before + 1);
        head.set(100);
        assertThat(end).isNotDone();

        position.set(20);

        assertThat(end.get()).isEqualTo(End.REACHED);
    }

    @Test
    void givenAStoredEvent_whenTheViewGetsToIt_thenTheWaitEnds() throws Exception {
        Future<End> end = waitFor(STORED);
        await().until(() -> asked.get() > 2);
        assertThat(end).isNotDone();

        position.set(12);

        assertThat(end.get()).isEqualTo(End.REACHED);
    }

    @Test
    void givenAnEventThatIsNotStored_whenItIsInTheEnd_thenTheWaitEnds() throws Exception {
        AggregateVersion later = new AggregateVersion("stock:1", 4);
        assertThat(waits.untilContains("stock", later, SHORT)).isEqualTo(End.TIMEOUT);

        Future<End> end = waitFor(later);
        stored.put(later, 10L);

        assertThat(end.get()).isEqualTo(End.REACHED);
    }

    @Test
    void givenManyWhoWait_whenLookedHowFarTheViewIs_thenThatIsDoneForAllTogether() {
        List<Future<End>> all = fillWith(STORED);
        asked.set(0);
        await().until(() -> asked.get() >= 3);
        position.set(12);

        assertThat(all).allSatisfy(end -> assertThat(end.get()).isEqualTo(End.REACHED));
        // Of its own each of them would have asked three times and more.
        assertThat(asked).hasValueLessThan(3 * PLACES);
    }

    @Test
    void givenAllPlacesTakenByThoseWhoWaitForWhatIsStored_whenOneMoreComes_thenTheyAreToldAtOnce() throws Exception {
        List<Future<End>> all = fillWith(STORED);

        assertThat(waitFor(STORED).get()).isEqualTo(End.NO_PLACE);
        assertThat(all).noneMatch(Future::isDone);
        position.set(12);
        for (Future<End> end : all) {
            assertThat(end.get()).isEqualTo(End.REACHED);
        }
        assertThat(waits.untilCaughtUp("stock", LONG))
                .as("the places are free again")
                .isEqualTo(End.REACHED);
        assertThat(metrics.counter("firstcome.view.waits.shed").count()).isEqualTo(1);
    }

    @Test
    void givenAllPlacesTakenByThoseWhoWaitForWhatIsNotStored_whenOneComesWithAStoredVersion_thenTheyGetAPlace()
            throws Exception {
        List<Future<End>> all = fillWith(new AggregateVersion("stock:1", 999_999_999));
        await().until(() -> waits.untilCaughtUp("stock", SHORT) == End.REACHED);

        Future<End> rightful = waitFor(STORED);
        position.set(12);

        assertThat(rightful.get()).isEqualTo(End.REACHED);
        assertThat(all.stream().filter(Future::isDone)).isNotEmpty();
        head.set(0);
        stored.put(new AggregateVersion("stock:1", 999_999_999), 1L);
        for (Future<End> end : all) {
            assertThat(end.get()).isIn(End.REACHED, End.NO_PLACE);
        }
    }

    @Test
    void givenAnErrorWhileLooking_whenTheViewGetsThere_thenTheWaitEndsAllTheSame() throws Exception {
        breaks.set(true);
        Future<End> end = waitFor(STORED);
        await().until(() -> asked.get() > 1);
        position.set(12);

        assertThat(end.get()).isEqualTo(End.REACHED);
        assertThat(breaks).isFalse();
    }
}
