package io.firstcome.axon.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.firstcome.axon.processing.CurrentProcessor;
import io.firstcome.axon.processing.LateTransactions;
import io.firstcome.axon.processing.LateWriter;
import io.firstcome.embedded.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.SagaScopeDescriptor;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deadlines that begin and are cancelled in units of work, on a real database. */
class DeadlinesIT {

    private static final Instant LATER = Instant.parse("2126-01-01T00:00:00Z");

    private final Node node = new Node(
            TestServers.mariaDb().freshDatabase(),
            new InMemorySagaStore(),
            Map.of("firstcome.schedule.poll-interval", "1h"));

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void givenManyInOneUnitOfWork_whenCommitted_thenAllAreThere() {
        List<String> ids = begin(1_200);

        assertThat(stored()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void givenManyInOneUnitOfWork_whenCancelled_thenTheOthersStay() {
        List<String> ids = begin(1_200);

        inUnitOfWork(deadlines -> ids.subList(0, 1_100).forEach(id -> deadlines.cancelSchedule("cold", id)));

        assertThat(stored()).containsExactlyInAnyOrderElementsOf(ids.subList(1_100, 1_200));
    }

    @Test
    void givenADeadline_whenCancelledInTheUnitOfWorkThatBegan_thenItNeverWas() {
        inUnitOfWork(deadlines -> deadlines.cancelSchedule("cold", begin(deadlines)));

        assertThat(stored()).isEmpty();
    }

    @Test
    void givenARollback_whenItHadBegunAndCancelled_thenAllIsAsBefore() {
        List<String> ids = begin(2);

        assertThat(catchThrowable(() -> inUnitOfWork(deadlines -> {
                    begin(deadlines);
                    deadlines.cancelSchedule("cold", ids.getFirst());
                    throw new IllegalStateException("a bug");
                })))
                .hasMessage("a bug");

        assertThat(stored()).containsExactlyInAnyOrderElementsOf(ids);
    }

    /** Whoever runs it ends it; with its row gone it would fail at that. */
    @Test
    void givenADeadlineThatRunsAtThisMoment_whenCancelled_thenItIsLeft() {
        List<String> ids = begin(2);
        node.jdbc()
                .update(
                        "UPDATE scheduled_task SET picked = TRUE, last_heartbeat = UTC_TIMESTAMP() WHERE task_instance = ?",
                        ids.getFirst());

        inUnitOfWork(deadlines -> ids.forEach(id -> deadlines.cancelSchedule("cold", id)));

        assertThat(stored()).containsExactly(ids.getFirst());
    }

    /** To look through all would be to wait for those that another transaction is at. */
    @Test
    void givenDeadlinesThatAreBeingChanged_whenOthersAreCancelled_thenNobodyWaits() {
        List<String> ids = begin(200);
        String name = node.jdbc().queryForObject("SELECT DISTINCT task_name FROM scheduled_task", String.class);

        node.transaction().executeWithoutResult(transaction -> {
            for (String id : ids.subList(0, 100)) {
                node.jdbc()
                        .update(
                                "UPDATE scheduled_task SET priority = 1 WHERE task_name = ? AND task_instance = ?",
                                name,
                                id);
            }
            CompletableFuture.runAsync(() -> inUnitOfWork(
                            deadlines -> ids.subList(100, 200).forEach(id -> deadlines.cancelSchedule("cold", id))))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        });

        assertThat(stored()).containsExactlyInAnyOrderElementsOf(ids.subList(0, 100));
    }

    @Test
    void givenOneThatIsGone_whenCancelled_thenNothingHappens() {
        inUnitOfWork(deadlines -> deadlines.cancelSchedule("cold", "nowhere"));

        assertThat(stored()).isEmpty();
    }

    @Test
    void givenBatchesOfAProcessThatAreWrittenLate_whenOneIsCancelledMeanwhile_thenOnlyTheOtherIsWritten() {
        LateTransactions late = new LateTransactions(
                "tea",
                new SpringTransactionManager(node.transactions()),
                () -> List.of((LateWriter) node.deadlines()),
                position -> true,
                Duration.ofHours(1));
        List<String> ids = new ArrayList<>();
        inBatch(late, deadlines -> {
            ids.add(begin(deadlines));
            ids.add(begin(deadlines));
        });
        inBatch(late, deadlines -> deadlines.cancelSchedule("cold", ids.getFirst()));
        assertThat(stored()).isEmpty();
        inBatch(late, deadlines -> LateTransactions.begin());

        assertThat(stored()).containsExactly(ids.getLast());
    }

    private void inBatch(LateTransactions late, Consumer<DeadlineManager> work) {
        UnitOfWork<EventMessage<?>> unit =
                new DefaultUnitOfWork<>(GenericEventMessage.<Object>asEventMessage("something"));
        unit.start();
        unit.attachTransaction(late);
        unit.onPrepareCommit(ready -> late.note(new GlobalSequenceTrackingToken(1), () -> {}));
        unit.executeWithResult(() -> CurrentProcessor.interceptor("tea", false).handle(unit, () -> {
                    work.accept(node.deadlines());
                    return null;
                }))
                .optionalExceptionResult()
                .ifPresent(failure -> {
                    throw (RuntimeException) failure;
                });
    }

    private List<String> begin(int count) {
        List<String> ids = new ArrayList<>();
        inUnitOfWork(deadlines -> {
            for (int i = 0; i < count; i++) {
                ids.add(begin(deadlines));
            }
        });
        return ids;
    }

    private static String begin(DeadlineManager deadlines) {
        return deadlines.schedule(LATER, "cold", "cup", new SagaScopeDescriptor("Tea", "1"));
    }

    private List<String> stored() {
        return node.jdbc().queryForList("SELECT task_instance FROM scheduled_task", String.class);
    }

    private void inUnitOfWork(Consumer<DeadlineManager> work) {
        UnitOfWork<?> unit = new DefaultUnitOfWork<>(GenericEventMessage.asEventMessage("something"));
        unit.start();
        unit.attachTransaction(new SpringTransactionManager(node.transactions()));
        unit.executeWithResult(() -> {
                    work.accept(node.deadlines());
                    return null;
                })
                .optionalExceptionResult()
                .ifPresent(failure -> {
                    throw (RuntimeException) failure;
                });
    }
}
