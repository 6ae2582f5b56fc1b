package io.firstcome.axon.commandbus;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.firstcome.axon.commandbus.CommandNotAcceptedException.Reason;
import io.firstcome.axon.commandbus.Ticket.Close;
import io.firstcome.axon.commandbus.Ticket.Manner;
import io.firstcome.axon.commandbus.Ticket.Take;
import io.firstcome.contract.Rejection;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The command bus over the real event store. */
class GroupCommitCommandBusIT {

    private static final CouponId HOT = new CouponId("hot");

    private final String url = CommandNode.freshDatabase();
    private CommandNode node = new CommandNode(url, CommandNode.SETTINGS);

    @BeforeEach
    void warm() throws Exception {
        assertThat(node.send(Take.by(new CouponId("warm"), "1"))
                        .get(10, SECONDS)
                        .isExceptional())
                .isFalse();
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void givenManyCommandsAtOnce_whenHandled_thenTheyShareCommitsAndEachGetsItsOwnAnswer() throws Exception {
        List<CompletableFuture<CommandResultMessage<?>>> answers = IntStream.range(0, 500)
                .mapToObj(user -> node.send(Take.by(HOT, "u" + user)))
                .toList();

        List<Integer> serials = new ArrayList<>();
        for (int user = 0; user < 500; user++) {
            CouponIssued issued =
                    (CouponIssued) answers.get(user).get(10, SECONDS).getPayload();
            assertThat(issued.userId().value()).isEqualTo("u" + user);
            serials.add(issued.serial());
        }
        assertThat(serials).isEqualTo(IntStream.rangeClosed(1, 500).boxed().toList());
        assertThat(node.metrics.get("firstcome.group.commit.batch").summary().max())
                .isGreaterThan(10);
        assertThat(node.eventsOf("coupon:hot")).hasSize(500);
    }

    @Test
    void givenARefusedCommandInABatch_whenHandled_thenItsNeighboursAreCommitted() throws Exception {
        List<CommandResultMessage<?>> results = inOneBatch(Manner.ISSUE, Manner.REFUSE, Manner.ISSUE);

        assertThat(results.get(0).isExceptional()).isFalse();
        assertThat(refusalOf(results.get(1))).isEqualTo("REFUSED");
        assertThat(results.get(2).getMetaData().get(CommandMetaData.VERSION)).isEqualTo(1L);
        assertThat(node.eventsOf("coupon:hot")).hasSize(2);
    }

    @Test
    void givenAHandlerThatFailsAfterApply_whenHandledInABatch_thenOnlyItsEventsAreMissing() throws Exception {
        List<CommandResultMessage<?>> results = inOneBatch(Manner.ISSUE, Manner.FAIL_AFTER_APPLY, Manner.ISSUE);

        assertThat(results.get(1).exceptionResult()).hasMessageContaining("a bug");
        assertThat(serialOf(results.get(0))).isEqualTo(1);
        assertThat(serialOf(results.get(2))).isEqualTo(2);
        assertThat(node.eventsOf("coupon:hot")).hasSize(2);
    }

    @Test
    void givenAHandlerThatRefusesAfterApply_whenHandled_thenNothingOfItIsStored() throws Exception {
        List<CommandResultMessage<?>> results = inOneBatch(Manner.ISSUE, Manner.REFUSE_AFTER_APPLY, Manner.ISSUE);

        assertThat(results.get(1).exceptionResult()).hasMessageContaining("rejected after it had applied");
        assertThat(serialOf(results.get(2))).isEqualTo(2);
        assertThat(node.eventsOf("coupon:hot")).hasSize(2);
    }

    @Test
    void givenAnUnknownAggregate_whenCommanded_thenThePublishedRefusal() throws Exception {
        CommandResultMessage<?> result =
                node.send(new Close(new CouponId("nowhere"))).get(10, SECONDS);

        assertThat(refusalOf(result)).isEqualTo("UNKNOWN");
    }

    @Test
    void givenCorrelationData_whenEventsAreStored_thenEachNamesItsOwnCommand() throws Exception {
        inOneBatch(Manner.ISSUE, Manner.ISSUE, Manner.ISSUE);

        assertThat(node.eventsOf("coupon:hot"))
                .extracting(event -> event.getMetaData().get("correlationId"))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void givenAFullLane_whenMoreCome_thenTheyAreRefusedAndTheOthersAnswered() throws Exception {
        node.close();
        node = new CommandNode(url, new GroupCommitSettings(1, 1, 5, Duration.ofSeconds(20)));
        CountDownLatch gate = new CountDownLatch(1);
        CompletableFuture<CommandResultMessage<?>> first = blockLane(gate);

        List<CompletableFuture<CommandResultMessage<?>>> answers = IntStream.range(0, 20)
                .mapToObj(user -> node.send(Take.by(HOT, "u" + user)))
                .toList();
        List<CompletableFuture<CommandResultMessage<?>>> refused =
                answers.stream().filter(CompletableFuture::isDone).toList();
        assertThat(refused)
                .hasSize(15)
                .allSatisfy(answer -> assertThat(reasonOf(answer.join())).isEqualTo(Reason.OVERLOADED));
        gate.countDown();

        assertThat(first.get(10, SECONDS).isExceptional()).isFalse();
        for (CompletableFuture<CommandResultMessage<?>> answer : answers) {
            answer.get(10, SECONDS);
        }
        assertThat(node.eventsOf("coupon:hot")).hasSize(6);
    }

    @Test
    void givenQueuedCommands_whenTheBusStops_thenTheyAreHandledAndLaterOnesRefused() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CompletableFuture<CommandResultMessage<?>> first = blockLane(gate);
        List<CompletableFuture<CommandResultMessage<?>>> queued = IntStream.range(0, 50)
                .mapToObj(user -> node.send(Take.by(HOT, "u" + user)))
                .toList();
        gate.countDown();
        assertThat(node.bus.stop(Duration.ofSeconds(10))).isTrue();

        assertThat(first).isDone();
        assertThat(queued).allSatisfy(answer -> assertThat(answer).isDone());
        assertThat(queued).noneMatch(answer -> answer.join().isExceptional());
        assertThat(reasonOf(node.send(Take.by(HOT, "late")).join())).isEqualTo(Reason.SHUTTING_DOWN);
    }

    @Test
    void givenACommandThatWaitedTooLong_whenItsTurnComes_thenItIsRefusedAndLeavesNoEvent() throws Exception {
        node.close();
        node = new CommandNode(url, new GroupCommitSettings(1, 256, 100, Duration.ZERO));
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        Logger lane = (Logger) LoggerFactory.getLogger(Lane.class);
        lane.addAppender(said);

        assertThat(reasonOf(node.send(Take.by(HOT, "1")).get(10, SECONDS))).isEqualTo(Reason.OVERLOADED);
        // The second answer says that the lane has done with the first batch.
        assertThat(reasonOf(node.send(Take.by(HOT, "2")).get(10, SECONDS))).isEqualTo(Reason.OVERLOADED);
        assertThat(said.list).isEmpty();
        lane.detachAppender(said);
        assertThat(node.eventsOf("coupon:hot")).isEmpty();
    }

    @Test
    void givenTwoNodesOnOneDatabase_whenBothCommandOneAggregate_thenNoSerialIsLostOrDoubled() throws Exception {
        try (CommandNode other = new CommandNode(url, CommandNode.SETTINGS)) {
            List<CompletableFuture<CommandResultMessage<?>>> answers = new ArrayList<>();
            for (int user = 0; user < 60; user++) {
                answers.add((user % 2 == 0 ? node : other).send(Take.by(HOT, "u" + user)));
                if (user % 10 == 9) {
                    answers.getLast().get(10, SECONDS);
                }
            }
            List<Integer> serials = new ArrayList<>();
            for (CompletableFuture<CommandResultMessage<?>> answer : answers) {
                serials.add(serialOf(answer.get(20, SECONDS)));
            }
            assertThat(serials)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, 60).boxed().toList());
            assertThat(node.eventsOf("coupon:hot")).hasSize(60);
        }
    }

    /** Occupies the lane of {@link #HOT} with a command whose handling waits for the gate. */
    private CompletableFuture<CommandResultMessage<?>> blockLane(CountDownLatch gate) throws InterruptedException {
        CountDownLatch handling = new CountDownLatch(1);
        node.bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            handling.countDown();
            gate.await();
            return chain.proceed();
        });
        CompletableFuture<CommandResultMessage<?>> first = node.send(Take.by(HOT, "first"));
        assertThat(handling.await(10, SECONDS)).isTrue();
        return first;
    }

    /** Sends commands that are all queued before the first is handled, so that they are one batch. */
    private List<CommandResultMessage<?>> inOneBatch(Manner... manners) throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        CompletableFuture<CommandResultMessage<?>> first = new CompletableFuture<>();
        var registration = node.bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            first.complete(null);
            gate.await();
            return chain.proceed();
        });
        CompletableFuture<CommandResultMessage<?>> blocker =
                node.send(new Take(new CouponId("hot"), "blocker", Manner.REFUSE));
        first.get(10, SECONDS);
        List<CompletableFuture<CommandResultMessage<?>>> answers = new ArrayList<>();
        for (Manner manner : manners) {
            answers.add(node.send(new Take(HOT, "u" + answers.size(), manner), Map.of("userId", "tester")));
        }
        gate.countDown();
        blocker.get(10, SECONDS);
        List<CommandResultMessage<?>> results = new ArrayList<>();
        for (CompletableFuture<CommandResultMessage<?>> answer : answers) {
            results.add(answer.get(10, SECONDS));
        }
        registration.cancel();
        assertThat(node.metrics.get("firstcome.group.commit.batch").summary().max())
                .as("they were one batch")
                .isGreaterThanOrEqualTo(manners.length);
        return results;
    }

    static Reason reasonOf(CommandResultMessage<?> result) {
        return ((CommandNotAcceptedException) result.exceptionResult()).reason();
    }

    static String refusalOf(CommandResultMessage<?> result) {
        return ((CommandExecutionException) result.exceptionResult())
                .<Rejection>getDetails()
                .orElseThrow()
                .code();
    }

    private static int serialOf(CommandResultMessage<?> result) {
        return ((CouponIssued) result.getPayload()).serial();
    }
}
