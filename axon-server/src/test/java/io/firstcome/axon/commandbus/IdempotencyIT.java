package io.firstcome.axon.commandbus;

import static io.firstcome.axon.commandbus.GroupCommitCommandBusIT.reasonOf;
import static io.firstcome.axon.commandbus.GroupCommitCommandBusIT.refusalOf;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.commandbus.CommandNotAcceptedException.Reason;
import io.firstcome.axon.commandbus.Ticket.Manner;
import io.firstcome.axon.commandbus.Ticket.Take;
import io.firstcome.axon.idempotency.IdempotencyStore;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.axonframework.commandhandling.CommandResultMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client's key: one outcome, whatever is repeated, wherever it arrives. */
class IdempotencyIT {

    private static final CouponId HOT = new CouponId("hot");

    private final String url = CommandNode.freshDatabase();
    private final CommandNode node = new CommandNode(url, CommandNode.SETTINGS);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void givenAnAnsweredKey_whenRepeated_thenTheSameAnswerAndNoMoreEvents() throws Exception {
        CommandResultMessage<?> first = keyed("k1", "f1", Manner.ISSUE).get(10, SECONDS);
        CommandResultMessage<?> again = keyed("k1", "f1", Manner.ISSUE).get(10, SECONDS);

        assertThat(again.getPayload()).isEqualTo(first.getPayload()).isInstanceOf(CouponIssued.class);
        assertThat(again.getMetaData())
                .containsEntry(CommandMetaData.REPLAYED, true)
                .containsEntry(CommandMetaData.VERSION, 0L)
                .containsEntry(CommandMetaData.TRACE_ID, "trace-k1");
        assertThat(first.getMetaData()).doesNotContainKey(CommandMetaData.REPLAYED);
        assertThat(node.eventsOf("coupon:hot")).hasSize(1);
    }

    @Test
    void givenNoKey_whenRepeated_thenTwoEvents() throws Exception {
        node.send(Take.by(HOT, "1")).get(10, SECONDS);
        node.send(Take.by(HOT, "1")).get(10, SECONDS);

        assertThat(node.eventsOf("coupon:hot"))
                .as("the negative control: only the key prevents the second")
                .hasSize(2);
    }

    @Test
    void givenARefusedKey_whenRepeated_thenTheSameRefusal() throws Exception {
        assertThat(refusalOf(keyed("k1", "f1", Manner.REFUSE).get(10, SECONDS))).isEqualTo("REFUSED");

        CommandResultMessage<?> again = keyed("k1", "f1", Manner.ISSUE).get(10, SECONDS);

        assertThat(refusalOf(again)).isEqualTo("REFUSED");
        assertThat(again.getMetaData()).containsEntry(CommandMetaData.REPLAYED, true);
        assertThat(node.eventsOf("coupon:hot")).isEmpty();
    }

    /** The first repeat is found by the primary key, after the whole batch was decided; the next ones before. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givenRepeatsAmongOthers_whenTheyAreOneBatch_thenEachHasItsOwnOutcomeOnce(boolean repeatsAreExpected)
            throws Exception {
        keyed("seen", "f1", Manner.ISSUE).get(10, SECONDS);
        if (repeatsAreExpected) {
            keyed("seen", "f1", Manner.ISSUE).get(10, SECONDS);
        }
        CountDownLatch handling = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        node.bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            handling.countDown();
            gate.await();
            return chain.proceed();
        });
        CompletableFuture<CommandResultMessage<?>> blocker = keyed("blocker", "f1", Manner.REFUSE);
        assertThat(handling.await(10, SECONDS)).isTrue();
        var before = keyed("new-1", "f1", Manner.ISSUE);
        var repeat = keyed("seen", "f1", Manner.ISSUE);
        var refused = keyed("new-2", "f1", Manner.REFUSE);
        var after = keyed("new-3", "f1", Manner.ISSUE);
        gate.countDown();
        blocker.get(10, SECONDS);

        assertThat(serialOf(before.get(10, SECONDS))).isEqualTo(2);
        assertThat(serialOf(repeat.get(10, SECONDS))).isEqualTo(1);
        assertThat(repeat.get().getMetaData())
                .containsEntry(CommandMetaData.REPLAYED, true)
                .containsEntry(CommandMetaData.TRACE_ID, "trace-seen");
        assertThat(refusalOf(refused.get(10, SECONDS))).isEqualTo("REFUSED");
        assertThat(refused.get().getMetaData()).doesNotContainKey(CommandMetaData.REPLAYED);
        assertThat(serialOf(after.get(10, SECONDS))).isEqualTo(3);
        assertThat(node.eventsOf("coupon:hot")).hasSize(3);
        assertThat(count()).isEqualTo(5);
        assertThat(node.metrics.get("firstcome.group.commit.batch").summary().max())
                .as("the repeat is left out before, or after the database has said so")
                .isEqualTo(repeatsAreExpected ? 3 : 4);
    }

    @Test
    void givenAKey_whenUsedWithAnotherRequest_thenRefused() throws Exception {
        keyed("k1", "f1", Manner.ISSUE).get(10, SECONDS);

        assertThat(reasonOf(keyed("k1", "f2", Manner.ISSUE).get(10, SECONDS))).isEqualTo(Reason.IDEMPOTENCY_KEY_REUSED);
        assertThat(node.eventsOf("coupon:hot")).hasSize(1);
    }

    @Test
    void givenAFailedHandler_whenTheKeyIsRepeated_thenItIsTriedAgain() throws Exception {
        assertThat(keyed("k1", "f1", Manner.FAIL_AFTER_APPLY).get(10, SECONDS).isExceptional())
                .isTrue();

        assertThat(keyed("k1", "f1", Manner.ISSUE).get(10, SECONDS).isExceptional())
                .isFalse();
    }

    @Test
    void givenOneKeyAtOnceOnTwoNodes_whenHandled_thenOneOutcome() throws Exception {
        try (CommandNode other = new CommandNode(url, CommandNode.SETTINGS)) {
            List<CompletableFuture<CommandResultMessage<?>>> answers = new ArrayList<>();
            for (int round = 0; round < 20; round++) {
                for (CommandNode either : List.of(node, other)) {
                    answers.add(either.send(Take.by(HOT, "u" + round), metaData("k" + round, "f1")));
                }
            }
            for (CompletableFuture<CommandResultMessage<?>> answer : answers) {
                answer.get(20, SECONDS);
            }
        }
        assertThat(node.eventsOf("coupon:hot"))
                .extracting(
                        event -> ((CouponIssued) event.getPayload()).userId().value())
                .doesNotHaveDuplicates()
                .hasSize(20);
    }

    @Test
    void givenOneKeyTwiceAtOnce_whenHandled_thenTheSecondIsToldToWait() throws Exception {
        List<CompletableFuture<CommandResultMessage<?>>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(keyed("k1", "f1", Manner.ISSUE));
        }
        for (CompletableFuture<CommandResultMessage<?>> answer : answers) {
            CommandResultMessage<?> result = answer.get(10, SECONDS);
            if (result.isExceptional()) {
                assertThat(reasonOf(result)).isEqualTo(Reason.IDEMPOTENCY_KEY_IN_USE);
            }
        }
        assertThat(node.eventsOf("coupon:hot")).hasSize(1);
    }

    @Test
    void givenAKeyOlderThanADay_whenForgotten_thenYoungerOnesStay() throws Exception {
        keyed("old", "f1", Manner.ISSUE).get(10, SECONDS);
        InstantSource tomorrow = InstantSource.fixed(Instant.now().plus(Duration.ofHours(25)));
        IdempotencyStore store = new IdempotencyStore(node.database.dataSource(), tomorrow);

        node.database.inTransaction(
                () -> new IdempotencyStore(node.database.dataSource(), InstantSource.system()).forgetExpired());
        assertThat(count()).isEqualTo(1);
        node.database.inTransaction(store::forgetExpired);
        assertThat(count()).isZero();
    }

    private static int serialOf(CommandResultMessage<?> result) {
        return ((CouponIssued) result.getPayload()).serial();
    }

    private int count() {
        return node.jdbc()
                .queryForList("SELECT idempotency_key FROM idempotency_key")
                .size();
    }

    private CompletableFuture<CommandResultMessage<?>> keyed(String key, String fingerprint, Manner manner) {
        return node.send(new Take(HOT, "1", manner), metaData(key, fingerprint));
    }

    private static Map<String, String> metaData(String key, String fingerprint) {
        return Map.of(
                CommandMetaData.USER_ID,
                "1",
                CommandMetaData.TRACE_ID,
                "trace-" + key,
                CommandMetaData.IDEMPOTENCY_KEY,
                key,
                CommandMetaData.IDEMPOTENCY_FINGERPRINT,
                fingerprint.repeat(32));
    }
}
