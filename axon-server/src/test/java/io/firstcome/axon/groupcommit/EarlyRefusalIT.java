package io.firstcome.axon.groupcommit;

import static io.firstcome.axon.groupcommit.GroupCommitCommandBusIT.reasonOf;
import static io.firstcome.axon.groupcommit.GroupCommitCommandBusIT.refusalOf;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.groupcommit.NotAcceptedException.Reason;
import io.firstcome.axon.groupcommit.Ticket.Close;
import io.firstcome.axon.groupcommit.Ticket.Manner;
import io.firstcome.axon.groupcommit.Ticket.Take;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponIssued;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandResultMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is refused in the caller's thread, and what still goes to the lane. */
class EarlyRefusalIT {

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
        GroupCommitSettings without = new GroupCommitSettings(2, 256, 1_000, Duration.ofSeconds(20), 0, 0);
        try (CommandNode other = new CommandNode(url, without)) {
            end(other);
            other.send(Take.by(new CouponId("another"), "1")).get(10, SECONDS);
            double before = commits(other);

            assertThat(other.send(Take.by(HOT, "2")).get(10, SECONDS).isExceptional())
                    .as("the negative control: this aggregate refuses only who says so")
                    .isFalse();
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

    @Test
    void givenAnEndedAggregate_whenSomethingHappensToItOnAnotherNode_thenThisOneDoesNotKnow() throws Exception {
        node.send(Take.by(HOT, "1")).get(10, SECONDS);
        end(node);
        try (CommandNode other = new CommandNode(url, CommandNode.SETTINGS)) {
            other.send(new Close(HOT)).get(10, SECONDS);
        }
        assertThat(refusalOf(node.send(Take.by(HOT, "2")).join()))
                .as("the negative control of the test above: the event itself has to end it")
                .isEqualTo(ENDED);
    }

    @Test
    void givenAKeyThatWasRefusedEarly_whenRepeated_thenTheSameAnswer() throws Exception {
        node.learnKnownKeys();
        end(node);
        CommandResultMessage<?> first = keyed(node, 1, "f1", Manner.ISSUE).join();

        CommandResultMessage<?> again =
                node.send(Take.by(HOT, "1"), metaData(1, "f1", 2)).join();

        assertThat(refusalOf(first)).isEqualTo(ENDED);
        assertThat(first.getMetaData()).doesNotContainKey(CommandMetaData.REPLAYED);
        assertThat(refusalOf(again)).isEqualTo(ENDED);
        assertThat(again.getMetaData())
                .containsEntry(CommandMetaData.REPLAYED, true)
                .containsEntry(CommandMetaData.TRACE_ID, trace(1));
        assertThat(reasonOf(keyed(node, 1, "f2", Manner.ISSUE).join())).isEqualTo(Reason.IDEMPOTENCY_KEY_REUSED);
        assertThat(storedKeys()).isZero();
    }

    @Test
    void givenAKeyThatWasRefusedEarly_whenUsedForAnAggregateThatRuns_thenItIsNotHandled() throws Exception {
        node.learnKnownKeys();
        end(node);
        assertThat(refusalOf(keyed(node, 1, "f1", Manner.ISSUE).join())).isEqualTo(ENDED);

        CouponId running = new CouponId("running");
        CommandResultMessage<?> other = node.send(new Take(running, "1", Manner.ISSUE), metaData(1, "f2", 1))
                .get(10, SECONDS);

        assertThat(reasonOf(other)).isEqualTo(Reason.IDEMPOTENCY_KEY_REUSED);
        assertThat(node.eventsOf("coupon:running")).isEmpty();
    }

    @Test
    void givenAKeyThatWasAccepted_whenRepeatedAfterTheEnd_thenItsAnswerIsTheAcceptedOne() throws Exception {
        node.learnKnownKeys();
        Object first = keyed(node, 1, "f1", Manner.ISSUE).get(10, SECONDS).getPayload();
        end(node);

        assertThat(keyed(node, 1, "f1", Manner.ISSUE).get(10, SECONDS).getPayload())
                .isEqualTo(first)
                .isInstanceOf(CouponIssued.class);
        assertThat(reasonOf(keyed(node, 1, "f2", Manner.ISSUE).get(10, SECONDS)))
                .isEqualTo(Reason.IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void givenAKeyOfAnEarlierProcess_whenRepeatedAfterTheEnd_thenItsAnswerIsTheAcceptedOne() throws Exception {
        Object first = keyed(node, 1, "f1", Manner.ISSUE).get(10, SECONDS).getPayload();
        try (CommandNode restarted = new CommandNode(url, CommandNode.SETTINGS)) {
            end(restarted);
            assertThat(keyed(restarted, 1, "f1", Manner.ISSUE).get(10, SECONDS).getPayload())
                    .as("before the stored keys are learnt")
                    .isEqualTo(first);
            restarted.learnKnownKeys();
            assertThat(keyed(restarted, 1, "f1", Manner.ISSUE).get(10, SECONDS).getPayload())
                    .as("after")
                    .isEqualTo(first);
            assertThat(keyed(restarted, 2, "f1", Manner.ISSUE))
                    .as("a fresh key")
                    .isDone();
        }
    }

    @Test
    void givenStoredKeysThatAreNotLearntYet_whenAKeyIsRefused_thenTheLaneRefusesAndStoresIt() throws Exception {
        end(node);

        assertThat(refusalOf(keyed(node, 1, "f1", Manner.END).get(10, SECONDS))).isEqualTo(ENDED);

        assertThat(storedKeys()).isOne();
    }

    @Test
    void givenARefusalThatIsNotFinal_whenItHasAKey_thenItIsStored() throws Exception {
        node.learnKnownKeys();

        assertThat(refusalOf(keyed(node, 1, "f1", Manner.REFUSE).get(10, SECONDS)))
                .isEqualTo("REFUSED");

        assertThat(storedKeys()).isOne();
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

    private static CompletableFuture<CommandResultMessage<?>> keyed(
            CommandNode node, int key, String fingerprint, Manner manner) {
        return node.send(new Take(HOT, "1", manner), metaData(key, fingerprint, key));
    }

    private static Map<String, String> metaData(int key, String fingerprint, int trace) {
        return Map.of(
                CommandMetaData.USER_ID,
                "1",
                CommandMetaData.TRACE_ID,
                trace(trace),
                CommandMetaData.IDEMPOTENCY_KEY,
                "k" + key,
                CommandMetaData.IDEMPOTENCY_FINGERPRINT,
                fingerprint.repeat(32));
    }

    private static String trace(int number) {
        return HexFormat.of().toHexDigits(0x4bf92f3577b34da6L) + HexFormat.of().toHexDigits((long) number);
    }
}
