package io.firstcome.axon.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.firstcome.embedded.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tasks on a real database: with their transaction, over a stop, once, and again after a failure. */
class ScheduleIT {

    record Letter(String to) {}

    private static final Map<String, Object> QUICK =
            Map.of("firstcome.schedule.poll-interval", "20ms", "firstcome.schedule.heartbeat", "200ms");
    /** A task that waits for a connection among hundreds is not to be taken for that of a dead process. */
    private static final Map<String, Object> PATIENT = Map.of("firstcome.schedule.poll-interval", "20ms");

    private final String url = TestServers.database().freshDatabase();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final Task<Letter> post = Tasks.oneTime("post", Letter.class)
            .execute((task, context) -> sent.add(task.getData().to()));

    @Test
    void givenATransactionThatRollsBack_whenItsTaskWouldBeDue_thenItNeverRuns() {
        try (Node node = new Node(url, QUICK, post)) {
            node.transaction().executeWithoutResult(transaction -> {
                node.scheduler().schedule(post.instance("1", new Letter("nobody")), Instant.now());
                transaction.setRollbackOnly();
            });
            node.transaction()
                    .executeWithoutResult(transaction ->
                            node.scheduler().schedule(post.instance("2", new Letter("somebody")), Instant.now()));

            await().until(() -> !sent.isEmpty());
            assertThat(tasks(node)).isZero();
        }
        assertThat(sent).containsExactly("somebody");
    }

    @Test
    void givenATaskDueAtOnce_whenItsTransactionCommits_thenItDoesNotWaitForThePoll() {
        try (Node node = new Node(url, Map.of("firstcome.schedule.poll-interval", "1h"), post)) {
            node.transaction()
                    .executeWithoutResult(transaction ->
                            node.scheduler().schedule(post.instance("1", new Letter("somebody")), Instant.now()));

            await().atMost(Duration.ofSeconds(10)).until(() -> sent.equals(List.of("somebody")));
            assertThat(sent).hasSize(1);
        }
    }

    @Test
    void givenATaskThatComesDueWhileTheProcessIsDown_whenItStarts_thenItRuns() {
        Instant due;
        try (Node before = new Node(url, QUICK, post)) {
            // Counted from when it is up: on a busy machine the start takes longer than the pause.
            due = Instant.now().plusSeconds(3);
            before.scheduler().schedule(post.instance("1", new Letter("over-the-stop")), due);
            assertThat(tasks(before)).isOne();
        }
        assertThat(sent).isEmpty();
        await().until(() -> Instant.now().isAfter(due));

        try (Node after = new Node(url, QUICK, post)) {
            await().until(() -> tasks(after) == 0);
        }
        assertThat(sent).containsExactly("over-the-stop");
    }

    @Test
    void givenTwoSchedulers_whenManyTasksAreDue_thenEachRunsOnce() {
        try (Node one = new Node(url, PATIENT, post);
                Node two = new Node(url, PATIENT, post)) {
            one.transaction()
                    .executeWithoutResult(transaction -> IntStream.range(0, 300)
                            .forEach(i -> one.scheduler()
                                    .schedule(post.instance("t" + i, new Letter("to-" + i)), Instant.now())));
            await().until(() -> tasks(two) == 0);
        }
        assertThat(sent).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void givenATaskOfADeadProcess_whenItsHeartbeatIsMissed_thenAnotherTakesItOver() {
        try (Node node = new Node(url, QUICK, post)) {
            node.jdbc().update("""
                            INSERT INTO scheduled_task (task_name, task_instance, task_data, execution_time, picked,
                                                        picked_by, last_heartbeat, version)
                            VALUES ('post', 'orphan', '{"to":"somebody"}', '2026-01-01', 1, 'dead', '2026-01-01', 1)
                            """);
            await().until(() -> sent.equals(List.of("somebody")));
            assertThat(sent).hasSize(1);
        }
    }

    @Test
    void givenATaskThatFails_whenItsPauseIsOver_thenItIsTriedAgainUntilItWorks() {
        Task<Letter> flaky = Tasks.oneTime("flaky", Letter.class)
                .onFailure(new ExponentialBackoff(Duration.ofMillis(10), Duration.ofMillis(40)).onFailure())
                .execute((task, context) -> {
                    sent.add(task.getData().to());
                    if (sent.size() < 4) {
                        throw new IllegalStateException("not yet");
                    }
                });
        try (Node node = new Node(url, QUICK, flaky)) {
            node.scheduler().schedule(flaky.instance("1", new Letter("again")), Instant.now());
            await().until(() -> tasks(node) == 0);
        }
        assertThat(sent).containsExactly("again", "again", "again", "again");
    }

    private static int tasks(Node node) {
        Integer count = node.jdbc().queryForObject("SELECT count(*) FROM scheduled_task", Integer.class);
        return count == null ? 0 : count;
    }
}
