package io.firstcome.axon.commandbus;

import static io.firstcome.axon.commandbus.GroupCommitCommandBusIT.reasonOf;
import static io.firstcome.axon.commandbus.GroupCommitCommandBusIT.refusalOf;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.commandbus.CommandNotAcceptedException.Reason;
import io.firstcome.axon.commandbus.Ticket.Close;
import io.firstcome.axon.commandbus.Ticket.Count;
import io.firstcome.axon.commandbus.Ticket.Manner;
import io.firstcome.axon.commandbus.Ticket.Take;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandResultMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is refused in the caller's thread, and what still goes to the lane. */
class EarlyRejectionIT {

    private static final CouponId HOT = new CouponId("hot");
    private static final String ENDED = "ENDED";

    private final String url = CommandNode.freshDatabase();
    private final CommandNode node = new CommandNode(url, CommandNode.SETTINGS);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void givenAnEndedAggregate_whenAsked_thenItIsAnsweredAtOnceWithoutALane() throws Exception {
        end(node);
        double before = commits(node);

        CompletableFuture<CommandResultMessage<?>> answer = node.send(Take.by(HOT, "2"));

        assertThat(answer).isDone();
        assertThat(refusalOf(answer.join())).isEqualTo(ENDED);
        assertThat(commits(node)).isEqualTo(before);
    }

    @Test
    void givenNoRoomForStandingRefusals_whenAsked_thenTheLaneAnswers() throws Exception {
        GroupCommitSettings without = new GroupCommitSettings(2, 256, 1_000, Duration.ofSeconds(20), 0);
        try (CommandNode other = new CommandNode(url, without)) {
            end(other);
            other.send(Take.by(new CouponId("another"), "1")).get(10, SECONDS);
            double before = commits(other);

            CommandResultMessage<?> taken = other.send(Take.by(HOT, "2")).get(10, SECONDS);
            assertThat(taken.optionalExceptionResult())
                    .as("the negative control: this aggregate refuses only who says so")
                    .isEmpty();
            assertThat(commits(other)).isEqualTo(before + 1);
        }
    }

    @Test
    void givenAnEndedAggregate_whenSomethingHappensToIt_thenItIsAskedAgain() throws Exception {
        node.send(Take.by(HOT, "1")).get(10, SECONDS);
        end(node);
        assertThat(node.send(Take.by(HOT, "2"))).isDone();

        node.send(new Close(HOT)).get(10, SECONDS);

        assertThat(node.send(Take.by(HOT, "2")).get(10, SECONDS).isExceptional())
                .isFalse();
    }

    /** A ticket breaks the contract of a standing rejection: it is issued again after its end. */
    @Test
    void givenAnEndedAggregate_whenSomethingHappensToItOnAnotherNode_thenItIsAskedAgainFromTheNextBatchOn()
            throws Exception {
        node.send(Take.by(HOT, "1")).get(10, SECONDS);
        end(node);
        try (CommandNode other = new CommandNode(url, CommandNode.SETTINGS)) {
            other.send(new Close(HOT)).get(10, SECONDS);
        }
        node.send(new Count(HOT)).get(10, SECONDS);

        assertThat(node.send(Take.by(HOT, "2")).get(10, SECONDS).isExceptional())
                .isFalse();
    }

    @Test
    void givenAnEndedAggregate_whenAskedWithAKey_thenTheLaneRefusesAndStoresIt() throws Exception {
        end(node);

        assertThat(refusalOf(keyed(1, "f1").get(10, SECONDS))).isEqualTo(ENDED);

        assertThat(storedKeys()).isOne();
        CommandResultMessage<?> again = keyed(1, "f1").get(10, SECONDS);
        assertThat(refusalOf(again)).isEqualTo(ENDED);
        assertThat(again.getMetaData()).containsEntry(CommandMetaData.REPLAYED, true);
        assertThat(reasonOf(keyed(1, "f2").get(10, SECONDS))).isEqualTo(Reason.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void givenAKeyThatWasAccepted_whenRepeatedAfterTheEnd_thenItsAnswerIsTheAcceptedOne() throws Exception {
        Object first =
                node.send(Take.by(HOT, "1"), metaData(1, "f1")).get(10, SECONDS).getPayload();
        end(node);

        assertThat(keyed(1, "f1").get(10, SECONDS).getPayload())
                .isEqualTo(first)
                .isInstanceOf(CouponIssued.class);
    }

    private static void end(CommandNode node) throws Exception {
        assertThat(refusalOf(node.send(new Take(HOT, "1", Manner.END)).get(10, SECONDS)))
                .isEqualTo(ENDED);
    }

    private static double commits(CommandNode node) {
        return node.metrics.get("firstcome.group.commit.batch").summary().count();
    }

    private int storedKeys() {
        return node.jdbc()
                .queryForList("SELECT idempotency_key FROM idempotency_key")
                .size();
    }

    private CompletableFuture<CommandResultMessage<?>> keyed(int key, String fingerprint) {
        return node.send(new Take(HOT, "1", Manner.END), metaData(key, fingerprint));
    }

    private static Map<String, String> metaData(int key, String fingerprint) {
        return Map.of(
                CommandMetaData.USER_ID,
                "1",
                CommandMetaData.IDEMPOTENCY_KEY,
                "k" + key,
                CommandMetaData.IDEMPOTENCY_FINGERPRINT,
                fingerprint.repeat(32));
    }
}
