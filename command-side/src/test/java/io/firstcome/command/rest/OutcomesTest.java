package io.firstcome.command.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.firstcome.axon.groupcommit.CommandMetaData;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;

/** Those who wait learn what was committed, and nothing else. */
class OutcomesTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Outcomes outcomes = new Outcomes(store, 2, metrics);

    @Test
    void givenWatch_whenTheEventIsCommitted_thenItIsToldWithVersionAndTrace() {
        try (Watch watch = outcomes.watch(List.of("tea:1"))) {
            commit(event("tea:1", 0, "brewed"));

            assertThat(watch.await(OutcomesTest::brewed, LONG)).contains(new Happened("brewed", 0, "trace"));
        }
    }

    @Test
    void givenOneWhoWaits_whenTheEventIsCommittedByAnotherThread_thenTheyGoOn() {
        try (Watch watch = outcomes.watch(List.of("cup:1", "tea:1"))) {
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> commit(event("tea:1", 0, "brewed")));

            assertThat(watch.await(OutcomesTest::brewed, LONG)).isPresent();
            other.join();
        }
    }

    @Test
    void givenWatch_whenTheEventIsRolledBack_thenNothingIsTold() {
        try (Watch watch = outcomes.watch(List.of("tea:1"))) {
            UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
            store.publish(event("tea:1", 0, "brewed"));
            work.rollback();

            assertThat(watch.await(OutcomesTest::brewed, SHORT)).isEmpty();
        }
    }

    @Test
    void givenWatch_whenOthersEventsAndOtherEventsCome_thenTheWaitGoesOn() {
        try (Watch watch = outcomes.watch(List.of("tea:1"))) {
            commit(event("tea:2", 0, "brewed"));
            commit(event("tea:1", 0, "heated"));

            assertThat(watch.await(OutcomesTest::brewed, SHORT)).isEmpty();
        }
    }

    @Test
    void givenEventBeforeTheWatch_whenWhatIsStoredIsRead_thenItIsThere() {
        commit(event("tea:1", 0, "heated"), event("tea:1", 1, "brewed"));

        try (Watch watch = outcomes.watch(List.of("tea:1"))) {
            assertThat(watch.stored(OutcomesTest::brewed)).contains(new Happened("brewed", 1, "trace"));
        }
    }

    @Test
    void givenEventOfAnotherProcess_whenNobodyTold_thenTheLastLookFindsIt() {
        commit(event("tea:1", 0, "brewed"));

        try (Watch watch = outcomes.watch(List.of("tea:1"))) {
            assertThat(watch.await(OutcomesTest::brewed, SHORT)).isPresent();
        }
    }

    @Test
    void givenTwoWatches_whenOneIsClosed_thenTheOtherIsStillTold() {
        try (Watch watch = outcomes.watch(List.of("tea:1"))) {
            outcomes.watch(List.of("tea:1")).close();
            commit(event("tea:1", 0, "brewed"));

            assertThat(watch.await(OutcomesTest::brewed, LONG)).isPresent();
        }
    }

    /** Waking costs more than asking: who waits is not woken for what decides nothing. */
    @Test
    void givenOneWhoWaits_whenEventsComeThatDecideNothing_thenWhoTellsAsksAndTheyAreNotWoken() {
        List<Thread> asked = new CopyOnWriteArrayList<>();
        CompletableFuture<Thread> waits = new CompletableFuture<>();
        try (Watch watch = outcomes.watch(List.of("tea:1"))) {
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
        assertThat(asked).hasSize(3).containsOnly(Thread.currentThread());
    }

    @Test
    void givenManyWhoWait_whenOneCommitDecidesForAll_thenAllGoOn() {
        try (Watch tea = outcomes.watch(List.of("tea:1"));
                Watch cup = outcomes.watch(List.of("cup:1"))) {
            CompletableFuture<Optional<Happened>> one =
                    CompletableFuture.supplyAsync(() -> tea.await(OutcomesTest::brewed, LONG));
            CompletableFuture<Optional<Happened>> other =
                    CompletableFuture.supplyAsync(() -> cup.await(OutcomesTest::brewed, LONG));
            commit(event("tea:1", 0, "brewed"), event("cup:1", 0, "brewed"));

            assertThat(one.join()).isPresent();
            assertThat(other.join()).isPresent();
        }
    }

    @Test
    void givenOneWhoFailsToDecide_whenTheEventIsCommitted_thenTheFaultIsTheirs() {
        try (Watch watch = outcomes.watch(List.of("tea:1"));
                Watch other = outcomes.watch(List.of("tea:1"))) {
            CompletableFuture<Optional<Happened>> waits = CompletableFuture.supplyAsync(() -> watch.await(
                    happened -> {
                        throw new IllegalArgumentException("no tea");
                    },
                    LONG));
            commit(event("tea:1", 0, "brewed"));

            assertThatThrownBy(waits::join).hasCauseInstanceOf(IllegalArgumentException.class);
            assertThat(other.await(OutcomesTest::brewed, LONG)).isPresent();
        }
    }

    private static Optional<Happened> brewed(Happened happened) {
        return happened.event().equals("brewed") ? Optional.of(happened) : Optional.empty();
    }

    private void commit(DomainEventMessage<?>... events) {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        store.publish(List.of(events));
        work.commit();
    }

    private static DomainEventMessage<?> event(String aggregateId, long version, String payload) {
        return new GenericDomainEventMessage<>(
                "tea", aggregateId, version, payload, Map.of(CommandMetaData.TRACE_ID, "trace"));
    }

    @Test
    void givenAllPlacesTaken_whenOneMoreWaits_thenTheyDoNotWaitAndTheOthersAreStillTold() throws Exception {
        try (Watch one = outcomes.watch(List.of("tea:1"));
                Watch two = outcomes.watch(List.of("tea:1"));
                Watch three = outcomes.watch(List.of("tea:1"))) {
            CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(
                    () -> one.await(OutcomesTest::brewed, LONG).isPresent());
            CompletableFuture<Boolean> second = CompletableFuture.supplyAsync(
                    () -> two.await(OutcomesTest::brewed, LONG).isPresent());
            await().until(() -> metrics.get("firstcome.outcome.waits").gauge().value() == 2);
            long begin = System.nanoTime();

            assertThat(three.await(OutcomesTest::brewed, LONG)).isEmpty();

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONG);
            assertThat(metrics.counter("firstcome.outcome.waits.shed").count()).isEqualTo(1);
            commit(event("tea:1", 0, "brewed"));
            assertThat(first.get()).isTrue();
            assertThat(second.get()).isTrue();
            assertThat(three.stored(OutcomesTest::brewed)).isPresent();
        }
    }

    @Test
    void givenAllPlacesTaken_whenItIsDecidedAlready_thenTheDecisionIsGiven() {
        Outcomes full = new Outcomes(store, 0, metrics);
        try (Watch watch = full.watch(List.of("tea:1"))) {
            commit(event("tea:1", 0, "brewed"));

            assertThat(watch.await(OutcomesTest::brewed, LONG)).isPresent();
        }
    }
}
