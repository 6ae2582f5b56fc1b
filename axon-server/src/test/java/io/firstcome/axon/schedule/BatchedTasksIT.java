package io.firstcome.axon.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.firstcome.embedded.TestServers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks that are scheduled and cancelled in units of work, on a real database. */
class BatchedTasksIT {

    record Cup(String of) {}

    private static final TaskDescriptor<Cup> COLD = TaskDescriptor.of("cold", Cup.class);
    private static final Instant LATER = Instant.parse("2126-01-01T00:00:00Z");

    private final List<String> cold = new CopyOnWriteArrayList<>();
    private final Node node = new Node(
            TestServers.database().freshDatabase(),
            Map.of("firstcome.schedule.poll-interval", "20ms"),
            Tasks.oneTime(COLD)
                    .execute((task, context) ->
                            cold.add(task.getId() + " of " + task.getData().of())));
    private final BatchedTasks<Cup> tasks = new BatchedTasks<>(COLD, node.jdbc());

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void givenManyInOneUnitOfWork_whenCommitted_thenAllAreThereAtTheirTime() {
        begin(1_200);

        assertThat(stored()).containsExactlyInAnyOrderElementsOf(ids(0, 1_200));
        assertThat(node.scheduler().getScheduledExecutions())
                .allMatch(task -> task.getExecutionTime().equals(LATER));
    }

    @Test
    void givenOneThatIsDue_whenCommitted_thenTheSchedulerRunsItWithItsData() {
        inUnitOfWork(batch -> batch.schedule("c1", new Cup("tea"), Instant.now()));

        await().until(() -> cold.equals(List.of("c1 of tea")));
        await().until(() -> stored().isEmpty());
        assertThat(cold).hasSize(1);
    }

    @Test
    void givenMany_whenSomeAreCancelled_thenTheOthersStay() {
        begin(1_200);

        inUnitOfWork(batch -> ids(0, 1_100).forEach(batch::cancel));

        assertThat(stored()).containsExactlyInAnyOrderElementsOf(ids(1_100, 1_200));
    }

    @Test
    void givenOne_whenCancelledInTheUnitOfWorkThatScheduledIt_thenItNeverWas() {
        inUnitOfWork(batch -> {
            schedule(batch, "c1");
            batch.cancel("c1");
        });

        assertThat(stored()).isEmpty();
    }

    /** What a process does when it takes its events again, or when an operator drives it on. */
    @Test
    void givenOneThatIsScheduled_whenScheduledAgain_thenItStaysAsItIs() {
        begin(2);

        inUnitOfWork(batch -> batch.schedule("c0", new Cup("milk"), LATER.plusSeconds(1)));

        assertThat(stored()).containsExactlyInAnyOrder("c0", "c1");
        assertThat(node.scheduler().getScheduledExecutions())
                .allMatch(task -> task.getExecutionTime().equals(LATER))
                .allMatch(task -> task.getData().equals(new Cup("tea")));
    }

    @Test
    void givenARollback_whenItHadScheduledAndCancelled_thenAllIsAsBefore() {
        begin(2);

        assertThat(catchThrowable(() -> inUnitOfWork(batch -> {
                    schedule(batch, "c2");
                    batch.cancel("c0");
                    throw new IllegalStateException("a bug");
                })))
                .hasMessage("a bug");

        assertThat(stored()).containsExactlyInAnyOrder("c0", "c1");
    }

    /** Whoever runs it ends it; with its row gone it would fail at that. */
    @Test
    void givenOneThatRunsAtThisMoment_whenCancelled_thenItIsLeft() {
        begin(2);
        node.jdbc()
                .update("UPDATE scheduled_task SET picked = TRUE, picked_by = 'other', last_heartbeat = '2126-01-01'"
                        + " WHERE task_instance = 'c0'");

        inUnitOfWork(batch -> ids(0, 2).forEach(batch::cancel));

        assertThat(stored()).containsExactly("c0");
    }

    /** To look through all would be to wait for those that another transaction is at. */
    @Test
    void givenSomeThatAreBeingChanged_whenOthersAreCancelled_thenNobodyWaits() {
        begin(200);

        node.transaction().executeWithoutResult(transaction -> {
            ids(0, 100)
                    .forEach(id ->
                            node.jdbc().update("UPDATE scheduled_task SET priority = 1 WHERE task_instance = ?", id));
            CompletableFuture.runAsync(() -> inUnitOfWork(batch -> ids(100, 200).forEach(batch::cancel)))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        });

        assertThat(stored()).containsExactlyInAnyOrderElementsOf(ids(0, 100));
    }

    @Test
    void givenOneThatIsGone_whenCancelled_thenNothingHappens() {
        inUnitOfWork(batch -> batch.cancel("nowhere"));

        assertThat(stored()).isEmpty();
    }

    private void begin(int count) {
        inUnitOfWork(batch -> ids(0, count).forEach(id -> schedule(batch, id)));
    }

    private static void schedule(BatchedTasks<Cup> batch, String id) {
        batch.schedule(id, new Cup("tea"), LATER);
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "c" + number).toList();
    }

    private List<String> stored() {
        return node.jdbc().queryForList("SELECT task_instance FROM scheduled_task", String.class);
    }

    private void inUnitOfWork(Consumer<BatchedTasks<Cup>> work) {
        UnitOfWork<?> unit = new DefaultUnitOfWork<>(GenericEventMessage.asEventMessage("something"));
        unit.start();
        unit.attachTransaction(new SpringTransactionManager(node.transactions()));
        unit.executeWithResult(() -> {
                    work.accept(tasks);
                    return null;
                })
                .optionalExceptionResult()
                .ifPresent(failure -> {
                    throw (RuntimeException) failure;
                });
    }
}
