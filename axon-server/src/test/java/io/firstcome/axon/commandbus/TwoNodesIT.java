package io.firstcome.axon.commandbus;

import static io.firstcome.axon.commandbus.GroupCommitCommandBusIT.refusalOf;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.commandbus.Ticket.Count;
import io.firstcome.axon.commandbus.Ticket.Take;
import io.firstcome.axon.eventstore.ForeignWrites;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.commandhandling.CommandResultMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two command nodes on one database: what writes nothing is decided by the newest state, too. */
class TwoNodesIT {

    private static final int TICKETS = 12;
    private static final int ROUNDS = 40;

    private final String url = CommandNode.freshDatabase();
    private final List<CommandNode> nodes = new ArrayList<>();

    @AfterEach
    void close() {
        nodes.forEach(CommandNode::close);
    }

    private CommandNode node() {
        CommandNode node = new CommandNode(url, CommandNode.SETTINGS);
        nodes.add(node);
        return node;
    }

    /** The negative control: it does not look whether others have written. */
    private CommandNode blindNode() {
        CommandNode blind = new CommandNode(
                url,
                CommandNode.SETTINGS,
                InstantSource.system(),
                Duration.ofSeconds(10),
                (engine, cache) -> new AggregateMemory(engine, cache) {
                    @Override
                    protected ForeignWrites foreignWrites() {
                        return new FoundNothing();
                    }
                });
        nodes.add(blind);
        return blind;
    }

    private static final class FoundNothing implements ForeignWrites {
        @Override
        public Found next(boolean locked) {
            return Found.NOTHING;
        }

        @Override
        public void committed(long first, long last) {
            // It does not matter here.
        }

        @Override
        public void storeFailed() {
            // Nothing is found anyway.
        }

        @Override
        public void unknownCommit() {
            // It does not matter here.
        }
    }

    @Test
    void givenAnAggregateInMemory_whenAnotherNodeWrites_thenADecisionWithoutAnEventKnowsIt() throws Exception {
        assertThat(countAfterAnotherNodeTook(node())).isEqualTo(2);
    }

    @Test
    void givenANodeThatDoesNotLook_whenAnotherNodeWrites_thenItDecidesByWhatWas() throws Exception {
        assertThat(countAfterAnotherNodeTook(blindNode())).isEqualTo(1);
    }

    private int countAfterAnotherNodeTook(CommandNode one) throws Exception {
        CouponId ticket = new CouponId("t");
        CommandNode other = node();
        take(one, ticket);
        take(other, ticket);
        return count(one, ticket);
    }

    @Test
    void givenAnUnknownAggregate_whenAnotherNodeCreatesIt_thenItIsKnown() throws Exception {
        CouponId ticket = new CouponId("t");
        CommandNode one = node();
        assertThat(refusalOf(one.send(new Count(ticket)).get(10, SECONDS))).isEqualTo("UNKNOWN");
        take(node(), ticket);

        assertThat(count(one, ticket)).isEqualTo(1);
    }

    @Test
    void givenManyForeignEvents_whenALaneHasSlept_thenItKnowsThemAll() throws Exception {
        CouponId ticket = new CouponId("t");
        CommandNode one = node();
        take(one, ticket);
        CommandNode other = node();
        List<Future<CommandResultMessage<?>>> answers = new ArrayList<>();
        // More than a lane lists; in parts that a lane takes.
        for (int i = 0; i < 6_000; i++) {
            answers.add(other.send(Take.by(ticket, "u" + i)));
            if (answers.size() == 500) {
                for (Future<CommandResultMessage<?>> answer : answers) {
                    assertThat(answer.get(20, SECONDS).isExceptional()).isFalse();
                }
                answers.clear();
            }
        }

        assertThat(count(one, ticket)).isEqualTo(6_001);
    }

    /** Whoever has an answer of one node sees what it says at the other one, whatever runs beside. */
    @Test
    void givenBothNodesBusyWithTheSameAggregates_whenAskedAtTheOther_thenNoAnswerIsOlderThanTheOneBefore()
            throws Exception {
        CommandNode one = node();
        CommandNode other = node();
        List<Callable<Boolean>> users = new ArrayList<>();
        for (int user = 0; user < TICKETS * 2; user++) {
            CouponId ticket = new CouponId("t" + user % TICKETS);
            boolean swapped = user % 2 == 0;
            users.add(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    int serial = take(swapped == (round % 2 == 0) ? one : other, ticket);
                    assertThat(count(swapped == (round % 2 == 0) ? other : one, ticket))
                            .isGreaterThanOrEqualTo(serial);
                }
                return true;
            });
        }
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> user : all.invokeAll(users)) {
                assertThat(user.get()).isTrue();
            }
        }
        for (int ticket = 0; ticket < TICKETS; ticket++) {
            assertThat(one.eventsOf("coupon:t" + ticket)).hasSize(2 * ROUNDS);
        }
    }

    private static int take(CommandNode node, CouponId ticket) throws Exception {
        return ((CouponIssued) node.send(Take.by(ticket, "u")).get(10, SECONDS).getPayload()).serial();
    }

    private static int count(CommandNode node, CouponId ticket) throws Exception {
        return (Integer) node.send(new Count(ticket)).get(10, SECONDS).getPayload();
    }
}
