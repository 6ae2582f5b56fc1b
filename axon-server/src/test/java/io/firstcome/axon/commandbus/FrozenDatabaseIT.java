package io.firstcome.axon.commandbus;

import static io.firstcome.axon.commandbus.GroupCommitCommandBusIT.reasonOf;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.commandbus.CommandNotAcceptedException.Reason;
import io.firstcome.axon.commandbus.Ticket.Take;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.CommandResultMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The database stops answering and comes back: rejections, no false success, and nothing acknowledged is lost. */
@DisabledIfSystemProperty(named = "firstcome.test.mysql", matches = ".+", disabledReason = "freezes the database")
class FrozenDatabaseIT {

    private static final CouponId HOT = new CouponId("hot");

    @Test
    void givenAFrozenDatabase_whenCommanded_thenNoSuccessIsToldAndItRecoversByItself() throws Exception {
        try (CommandNode node = new CommandNode(
                CommandNode.freshDatabase(), CommandNode.SETTINGS, InstantSource.system(), Duration.ofSeconds(1))) {
            List<CompletableFuture<CommandResultMessage<?>>> answers = new ArrayList<>();
            answers.add(node.send(Take.by(HOT, "before")));
            answers.getFirst().get(10, SECONDS);
            List<CompletableFuture<CommandResultMessage<?>>> during = new ArrayList<>();
            signal("STOP");
            try {
                for (int i = 0; i < 20; i++) {
                    during.add(node.send(Take.by(HOT, "during-" + i)));
                }
                for (CompletableFuture<CommandResultMessage<?>> answer : during) {
                    assertThat(reasonOf(answer.get(30, SECONDS)))
                            .isIn(Reason.STORE_UNAVAILABLE, Reason.OUTCOME_UNKNOWN, Reason.OVERLOADED);
                }
            } finally {
                signal("CONT");
            }
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                CompletableFuture<CommandResultMessage<?>> answer = node.send(Take.by(HOT, "after"));
                answers.add(answer);
                return !answer.get(20, SECONDS).isExceptional();
            });
            Set<Integer> acknowledged = new HashSet<>();
            for (CompletableFuture<CommandResultMessage<?>> answer : answers) {
                if (!answer.join().isExceptional()) {
                    acknowledged.add(((CouponIssued) answer.join().getPayload()).serial());
                }
            }
            assertThat(node.eventsOf("coupon:hot"))
                    .extracting(event -> ((CouponIssued) event.getPayload()).serial())
                    .doesNotHaveDuplicates()
                    .containsAll(acknowledged);
        }
    }

    private static void signal(String name) throws Exception {
        long pid = io.firstcome.embedded.TestServers.mariaDb().pid();
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }
}
