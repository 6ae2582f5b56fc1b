package io.firstcome.command.waitingroom.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.TransientDataAccessResourceException;

/** What is kept in memory is what the store has, however the tail tells it. */
class FollowedAggregateTest {

    private static final String TEA = "tea:1";

    private final MemoryStore store = new MemoryStore();
    private final FollowedAggregate<List<Object>> tea =
            new FollowedAggregate<>(store.events(), TEA, ArrayList::new, List::add);

    private DomainEventMessage<?> stored(String payload) {
        return store.append("tea", TEA, payload);
    }

    private void toldOf(String payload) {
        tea.tell(stored(payload));
    }

    private List<Object> state() {
        return tea.read(List::copyOf);
    }

    /** The state as soon as the store is asked again. */
    private List<Object> stateAfterRecovery() {
        store.recover();
        return await().pollInterval(Duration.ofMillis(20))
                .ignoreException(TransientDataAccessResourceException.class)
                .until(this::state, read -> true);
    }

    @Test
    void givenStoredEvents_whenReadTwice_thenTheStoreIsReadOnce() {
        stored("heated");
        stored("brewed");

        assertThat(state()).containsExactly("heated", "brewed");
        assertThat(state()).containsExactly("heated", "brewed");
        assertThat(tea.version()).isEqualTo(1);
        assertThat(store.reads()).containsExactly(TEA + "@0");
    }

    @Test
    void givenNoEvents_whenRead_thenItIsEmptyAndAskedForOnce() {
        assertThat(state()).isEmpty();
        assertThat(tea.version()).isEqualTo(-1);
        assertThat(store.reads()).hasSize(1);
    }

    @Test
    void givenReadOnce_whenEventsAreTold_thenTheyAreThereWithoutTheStore() {
        stored("heated");
        state();
        toldOf("brewed");
        toldOf("poured");

        assertThat(state()).containsExactly("heated", "brewed", "poured");
        assertThat(tea.version()).isEqualTo(2);
        assertThat(store.reads()).hasSize(1);
    }

    /** The control: without the tail, and without asking for more, it stays as it was. */
    @Test
    void givenReadOnce_whenEventsAreOnlyStored_thenTheyAreNotThereYet() {
        stored("heated");
        state();
        stored("brewed");

        assertThat(state()).containsExactly("heated");
    }

    @Test
    void givenEventsToldBeforeTheFirstRead_whenRead_thenEachIsThereOnce() {
        toldOf("heated");
        toldOf("brewed");

        assertThat(state()).containsExactly("heated", "brewed");
    }

    @Test
    void givenEvent_whenToldTwiceOrLater_thenItCountsOnce() {
        DomainEventMessage<?> heated = stored("heated");
        state();
        DomainEventMessage<?> brewed = stored("brewed");
        Stream.of(brewed, brewed, heated).forEach(tea::tell);

        assertThat(state()).containsExactly("heated", "brewed");
        assertThat(store.reads()).hasSize(1);
    }

    @Test
    void givenHole_whenRead_thenItIsReadFromTheStoreWhereItBegins() {
        stored("heated");
        state();
        stored("brewed");
        toldOf("poured");

        assertThat(state()).containsExactly("heated", "brewed", "poured");
        assertThat(store.reads()).containsExactly(TEA + "@0", TEA + "@1");
    }

    @Test
    void givenStoreThatDoesNotAnswer_whenReadFirst_thenItFailsAndTheNextReadIsComplete() {
        stored("heated");
        stored("brewed");
        store.failAfter(0);
        assertThatIllegalStateException().isThrownBy(this::state);
        assertThat(tea.current()).isNull();

        assertThat(stateAfterRecovery()).containsExactly("heated", "brewed");
    }

    @Test
    void givenStoreThatFailsInTheMiddle_whenReadAgain_thenItGoesOnWhereItStopped() {
        Stream.of("heated", "brewed", "poured").forEach(this::stored);
        store.failAfter(2);
        assertThatIllegalStateException().isThrownBy(this::state);

        assertThat(stateAfterRecovery()).containsExactly("heated", "brewed", "poured");
        assertThat(store.reads()).containsExactly(TEA + "@0", TEA + "@2");
    }

    /** The told event is taken from the queue before the store is asked for the hole. */
    @Test
    void givenHole_whenTheStoreFails_thenWhatWasToldBeforeAndMeanwhileIsNotLost() {
        stored("heated");
        state();
        stored("brewed");
        toldOf("poured");
        store.failAfter(0);
        store.duringNextRead(() -> toldOf("drunk"));
        assertThatIllegalStateException().isThrownBy(this::state);
        assertThat(tea.current()).isNull();

        assertThat(stateAfterRecovery()).containsExactly("heated", "brewed", "poured", "drunk");
    }

    @Test
    void givenEventToldDuringARead_whenItWasStoredTooLateForIt_thenTheSameReadHasIt() {
        stored("heated");
        store.duringNextRead(() -> toldOf("brewed"));

        assertThat(state()).containsExactly("heated", "brewed");
        assertThat(store.reads()).hasSize(1);
    }

    @Test
    void givenStoreThatFailed_whenReadAtOnce_thenItIsLeftAloneForAWhile() {
        stored("heated");
        long begin = System.nanoTime();
        store.failAfter(0);
        assertThatIllegalStateException().isThrownBy(this::state);

        assertThat(stateAfterRecovery()).containsExactly("heated");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
        assertThat(store.reads()).hasSize(2);
    }

    @Test
    void givenLostEvents_whenRead_thenTheStoreIsReadFromItsBeginning() {
        stored("heated");
        state();
        stored("brewed");
        tea.lost();
        assertThat(tea.current()).isNull();

        assertThat(state()).containsExactly("heated", "brewed");
        assertThat(state()).containsExactly("heated", "brewed");
        assertThat(store.reads()).containsExactly(TEA + "@0", TEA + "@0");
    }

    /** The store was put back to an earlier state. */
    @Test
    void givenEventThatTheStoreHasLost_whenReadAfterwards_thenItIsGone() {
        stored("heated");
        tea.tell(new GenericDomainEventMessage<>("tea", TEA, 1, "spilled"));
        assertThat(state()).containsExactly("heated", "spilled");
        tea.lost();

        assertThat(state()).containsExactly("heated");
        assertThat(tea.version()).isZero();
        toldOf("brewed");
        assertThat(state()).containsExactly("heated", "brewed");
    }

    /** What is lost during a read may not be in it. */
    @Test
    void givenEventsThatAreLostDuringARead_whenReadAgain_thenTheStoreIsReadAgain() {
        stored("heated");
        store.duringNextRead(() -> {
            stored("brewed");
            tea.lost();
        });
        state();
        assertThat(tea.current()).isNull();

        assertThat(state()).containsExactly("heated", "brewed");
    }

    @Test
    void givenEventThatIsNotToldYet_whenReadAtLeastThatFar_thenItIsThere() {
        stored("heated");
        state();
        stored("brewed");

        assertThat(tea.<List<Object>>read(1, List::copyOf)).containsExactly("heated", "brewed");
        assertThat(tea.<List<Object>>read(1, List::copyOf)).containsExactly("heated", "brewed");
        assertThat(store.reads()).containsExactly(TEA + "@0", TEA + "@1");
    }

    @Test
    void givenEventThatIsTold_whenReadAtLeastThatFar_thenTheStoreIsNotRead() {
        stored("heated");
        state();
        toldOf("brewed");

        assertThat(tea.<List<Object>>read(1, List::copyOf)).containsExactly("heated", "brewed");
        assertThat(store.reads()).hasSize(1);
    }

    @Test
    void givenAggregate_whenAskedWhetherItIsCurrent_thenItIsSoAfterAllThatWasToldIsRead() {
        assertThat(tea.current()).isNull();
        state();
        assertThat(tea.current()).isNotNull();
        toldOf("heated");
        assertThat(tea.current()).isNull();
        state();
        assertThat(tea.current()).isNotNull();
    }

    /** The tail tells two of three, and nobody sees an event without those before it. */
    @Test
    @Timeout(60)
    void givenManyReaders_whenEventsAreToldWithHoles_thenEachSeesAllUpToItsLatest() throws Exception {
        int count = 3_000;
        AtomicLong latest = new AtomicLong(-1);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<?> tail = threads.submit(() -> tellTwoOfThree(count, latest));
            List<Future<Boolean>> readers = IntStream.range(0, 3)
                    .mapToObj(reader -> threads.submit(() -> {
                        boolean whole = true;
                        while (whole && !tail.isDone()) {
                            whole = isWhole(reader == 0 ? latest.get() : -1);
                        }
                        return whole;
                    }))
                    .toList();
            tail.get();
            for (Future<Boolean> reader : readers) {
                assertThat(reader.get()).isTrue();
            }
        }

        assertThat(isWhole(count - 1)).isTrue();
        assertThat(tea.version()).isEqualTo(count - 1);
    }

    private void tellTwoOfThree(int count, AtomicLong latest) {
        Random random = new Random(7);
        for (int i = 0; i < count; i++) {
            DomainEventMessage<?> event = store.append("tea", TEA, i);
            latest.set(i);
            if (random.nextInt(3) > 0) {
                tea.tell(event);
            }
        }
    }

    private boolean isWhole(long atLeast) {
        return tea.read(
                atLeast,
                seen -> seen.size() > atLeast
                        && (seen.isEmpty() || seen.getLast().equals(seen.size() - 1)));
    }
}
