package io.firstcome.command.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firstcome.axon.commandbus.CommandMetaData;
import io.firstcome.axon.tail.Commit;
import io.firstcome.axon.tail.Entry;
import io.firstcome.axon.tail.EntrySource;
import io.firstcome.axon.tail.EventTail;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Those who wait learn what was committed, and nothing else. */
class OutcomeListenerTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final CommittedEntries committed = new CommittedEntries();
    private final EventTail tail = new EventTail(committed);
    private final OutcomeListener outcomes = new OutcomeListener(store, tail, 2, metrics);

    /** What is committed, as a tail reads it. */
    private static final class CommittedEntries implements EntrySource {

        private final List<Entry> all = new CopyOnWriteArrayList<>();

        List<Entry> add(DomainEventMessage<?>... events) {
            List<Entry> added = new ArrayList<>();
            for (DomainEventMessage<?> event : events) {
                long position = head() + 1;
                Entry entry = new Entry(
                        position,
                        List.of(new GenericTrackedDomainEventMessage<>(
                                new GlobalSequenceTrackingToken(position), event)));
                all.add(entry);
                added.add(entry);
            }
            return added;
        }

        @Override
        public List<Entry> entriesAfter(long position) {
            return List.copyOf(all).subList((int) position, all.size());
        }

        @Override
        public long head() {
            return all.size();
        }

        @Override
        public boolean isOnlyOurs(long after) {
            return true;
        }
    }

    @AfterEach
    void close() {
        tail.close();
    }

    @Test
    void givenWatch_whenTheEventIsCommitted_thenItIsToldWithVersionAndTrace() {
        try (OutcomeSubscription watch = outcomes.subscribe(List.of("tea:1"))) {
            commit(event("tea:1", 0, "brewed"));

            assertThat(watch.await(OutcomeListenerTest::brewed, LONG))
                    .contains(new CommittedEvent("brewed", 0, "trace"));
        }
    }

    @Test
    void givenOneWhoWaits_whenTheEventIsCommittedByAnotherThread_thenTheyGoOn() {
        try (OutcomeSubscription watch = outcomes.subscribe(List.of("cup:1", "tea:1"))) {
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> commit(event("tea:1", 0, "brewed")));

            assertThat(watch.await(OutcomeListenerTest::brewed, LONG)).isPresent();
            other.join();
        }
    }

    @Test
    void givenWatch_whenOthersEventsAndOtherEventsCome_thenTheWaitGoesOn() {
        try (OutcomeSubscription watch = outcomes.subscribe(List.of("tea:1"))) {
            commit(event("tea:2", 0, "brewed"));
            commit(event("tea:1", 0, "heated"));

            assertThat(watch.await(OutcomeListenerTest::brewed, SHORT)).isEmpty();
        }
    }

    @Test
    void givenEventBeforeTheWatch_whenWhatIsStoredIsRead_thenItIsThere() {
        commit(event("tea:1", 0, "heated"), event("tea:1", 1, "brewed"));

        try (OutcomeSubscription watch = outcomes.subscribe(List.of("tea:1"))) {
            assertThat(watch.stored(OutcomeListenerTest::brewed)).contains(new CommittedEvent("brewed", 1, "trace"));
        }
    }

    @Test
    void givenOneWhoWaits_whenAnotherNodeCommits_thenTheTailTellsIt() {
        try (OutcomeSubscription watch = outcomes.subscribe(List.of("tea:1"))) {
            store(event("tea:1", 0, "brewed"));
            tail.committed(List.of());

            assertThat(watch.await(OutcomeListenerTest::brewed, LONG)).isPresent();
        }
    }

    @Test
    void givenOneWhoWaits_whenNobodyTold_thenTheLastLookFindsIt() {
        tail.close();
        try (OutcomeSubscription watch = outcomes.subscribe(List.of("tea:1"))) {
            store(event("tea:1", 0, "brewed"));

            assertThat(watch.await(OutcomeListenerTest::brewed, SHORT)).isPresent();
        }
    }

    @Test
    void givenTwoWatches_whenOneIsClosed_thenTheOtherIsStillTold() {
        try (OutcomeSubscription watch = outcomes.subscribe(List.of("tea:1"))) {
            outcomes.subscribe(List.of("tea:1")).close();
            commit(event("tea:1", 0, "brewed"));

            assertThat(watch.await(OutcomeListenerTest::brewed, LONG)).isPresent();
        }
    }

    /** Waking costs more than asking: who waits is not woken for what decides nothing. */
    @Test
    void givenOneWhoWaits_whenEventsComeThatDecideNothing_thenWhoTellsAsksAndTheyAreNotWoken() {
        List<Thread> asked = new CopyOnWriteArrayList<>();
        CompletableFuture<Thread> waits = new CompletableFuture<>();
        try (OutcomeSubscription watch = outcomes.subscribe(List.of("tea:1"))) {
            Thread waiting = Thread.ofVirtual().start(() -> {
                watch.await(
                        happened -> {
                            asked.add(Thread.currentThread());
                            return brewed(happened);
                        },
                        LONG);
                waits.complete(Thread.currentThread());
            });
            Awaitility.await().until(() -> waiting.getState() == Thread.State.WAITING);

            commit(event("tea:1", 0, "heated"), event("tea:1", 1, "poured"));
            assertThat(waits).isNotDone();
            commit(event("tea:1", 2, "brewed"));

            assertThat(waits.join()).isEqualTo(waiting);
        }
        assertThat(asked).extracting(Thread::getName).containsExactly("event-tail", "event-tail", "event-tail");
    }

    @Test
    void givenManyWhoWait_whenOneCommitDecidesForAll_thenAllGoOn() {
        try (OutcomeSubscription tea = outcomes.subscribe(List.of("tea:1"));
                OutcomeSubscription cup = outcomes.subscribe(List.of("cup:1"))) {
            CompletableFuture<Optional<CommittedEvent>> one =
                    CompletableFuture.supplyAsync(() -> tea.await(OutcomeListenerTest::brewed, LONG));
            CompletableFuture<Optional<CommittedEvent>> other =
                    CompletableFuture.supplyAsync(() -> cup.await(OutcomeListenerTest::brewed, LONG));
            commit(event("tea:1", 0, "brewed"), event("cup:1", 0, "brewed"));

            assertThat(one.join()).isPresent();
            assertThat(other.join()).isPresent();
        }
    }

    @Test
    void givenOneWhoFailsToDecide_whenTheEventIsCommitted_thenTheFaultIsTheirs() {
        try (OutcomeSubscription watch = outcomes.subscribe(List.of("tea:1"));
                OutcomeSubscription other = outcomes.subscribe(List.of("tea:1"))) {
            CompletableFuture<Optional<CommittedEvent>> waits = CompletableFuture.supplyAsync(() -> watch.await(
                    happened -> {
                        throw new IllegalArgumentException("no tea");
                    },
                    LONG));
            commit(event("tea:1", 0, "brewed"));

            assertThatThrownBy(waits::join).hasCauseInstanceOf(IllegalArgumentException.class);
            assertThat(other.await(OutcomeListenerTest::brewed, LONG)).isPresent();
        }
    }

    private static Optional<CommittedEvent> brewed(CommittedEvent happened) {
        return happened.event().equals("brewed") ? Optional.of(happened) : Optional.empty();
    }

    private void commit(DomainEventMessage<?>... events) {
        List<Entry> entries = store(events);
        tail.committed(List.of(
                new Commit(entries.getFirst().position(), entries.getLast().position(), () -> entries)));
    }

    /** As another node does: nobody here is told. */
    private List<Entry> store(DomainEventMessage<?>... events) {
        store.publish(List.of(events));
        return committed.add(events);
    }

    private static DomainEventMessage<?> event(String aggregateId, long version, String payload) {
        return new GenericDomainEventMessage<>(
                "tea", aggregateId, version, payload, Map.of(CommandMetaData.TRACE_ID, "trace"));
    }

    @Test
    void givenAllPlacesTaken_whenOneMoreWaits_thenTheyDoNotWaitAndTheOthersAreStillTold() throws Exception {
        try (OutcomeSubscription one = outcomes.subscribe(List.of("tea:1"));
                OutcomeSubscription two = outcomes.subscribe(List.of("tea:1"));
                OutcomeSubscription three = outcomes.subscribe(List.of("tea:1"))) {
            CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(
                    () -> one.await(OutcomeListenerTest::brewed, LONG).isPresent());
            CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(
                    () -> two.await(OutcomeListenerTest::brewed, LONG).isPresent());
            await().until(() -> metrics.get("firstcome.outcome.waits").gauge().value() == 2);
            long begin = System.nanoTime();

            assertThat(three.await(OutcomeListenerTest::brewed, LONG)).isEmpty();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONG);
            assertThat(metrics.counter("firstcome.outcome.waits.shed").count()).isEqualTo(1);
            commit(event("tea:1", 0, "brewed"));
            assertThat(first.get()).isTrue();
            assertThat(second.get()).isTrue();
            assertThat(three.stored(OutcomeListenerTest::brewed)).isPresent();
        }
    }

    @Test
    void givenAllPlacesTaken_whenItIsDecidedAlready_thenTheDecisionIsGiven() {
        OutcomeListener full = new OutcomeListener(store, tail, 0, new SimpleMeterRegistry());
        try (OutcomeSubscription watch = full.subscribe(List.of("tea:1"))) {
            commit(event("tea:1", 0, "brewed"));

            // Without a place it ends at once; the tail tells it in a thread of its own.
            await().untilAsserted(() ->
                    assertThat(watch.await(OutcomeListenerTest::brewed, LONG)).isPresent());
        }
    }
}
