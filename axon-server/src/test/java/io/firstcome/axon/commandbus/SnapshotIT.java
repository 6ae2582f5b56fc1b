package io.firstcome.axon.commandbus;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.commandbus.Ticket.Take;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.CommandResultMessage;
import org.junit.jupiter.api.Test;

/** Snapshots: made while commands run, used by the next load, left aside when they do not fit. */
class SnapshotIT {

    private static final CouponId HOT = new CouponId("hot");

    private final String url = CommandNode.freshDatabase();

    @Test
    void givenManyEvents_whenAnotherNodeLoads_thenItStartsFromTheSnapshot() throws Exception {
        try (CommandNode node = new CommandNode(url, CommandNode.SETTINGS)) {
            issue(node, 400);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> snapshotSequence(node) > 0);
            // What the snapshot covers is not read any more: a row that breaks the stream would show it.
            long covered = snapshotSequence(node);
            node.database.inTransaction(() -> node.jdbc()
                    .update(
                            "UPDATE domain_event SET payload = 'broken' WHERE aggregate_id = 'coupon:hot'"
                                    + " AND sequence_number <= ?",
                            covered));
        }
        try (CommandNode other = new CommandNode(url, CommandNode.SETTINGS)) {
            assertThat(issue(other, 1)).containsExactly(401);
        }
    }

    @Test
    void givenABrokenSnapshot_whenLoaded_thenTheEventsAreUsed() throws Exception {
        try (CommandNode node = new CommandNode(url, CommandNode.SETTINGS)) {
            issue(node, 400);
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> snapshotSequence(node) > 0);
            node.database.inTransaction(() -> node.jdbc().update("UPDATE snapshot SET payload = 'broken'"));
        }
        try (CommandNode other = new CommandNode(url, CommandNode.SETTINGS)) {
            assertThat(issue(other, 1)).containsExactly(401);
        }
    }

    private static List<Integer> issue(CommandNode node, int count) {
        List<CompletableFuture<CommandResultMessage<?>>> answers = IntStream.range(0, count)
                .mapToObj(user -> node.send(Take.by(HOT, "u" + user)))
                .toList();
        return answers.stream()
                .map(answer -> answer.orTimeout(10, SECONDS).join())
                .map(result -> ((CouponIssued) result.getPayload()).serial())
                .toList();
    }

    private static long snapshotSequence(CommandNode node) {
        return node.jdbc().queryForList("SELECT sequence_number FROM snapshot", Long.class).stream()
                .findFirst()
                .orElse(-1L);
    }
}
