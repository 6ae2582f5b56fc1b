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
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.CommandResultMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A batch's aggregates that are not in memory are read together: their snapshots, and the events after these. */
class ReadAheadIT {

    /** Up to more than are read ahead, than a reader fetches at a time, than two snapshots are apart. */
    private static final List<Integer> LENGTHS = Stream.concat(
                    IntStream.range(0, 40).boxed(), Stream.of(63, 64, 65, 99, 100, 101, 128, 230, 305))
            .toList();

    private final String url = CommandNode.freshDatabase();

    @BeforeEach
    void setUp() {
        try (CommandNode node = new CommandNode(url, CommandNode.SETTINGS)) {
            for (int length : LENGTHS) {
                answers(IntStream.range(0, length)
                        .mapToObj(user -> node.send(Take.by(ticket(length), "u" + user)))
                        .toList());
            }
        }
    }

    @Test
    void givenHistoriesOfAllLengths_whenAnotherNodeGoesOnWithAllAtOnce_thenEachGoesOnWhereItWas() {
        try (CommandNode other = new CommandNode(url, CommandNode.SETTINGS)) {
            assertThat(takeOneOfEach(other)).isEqualTo(lengthsPlus(1));
        }
    }

    @Test
    void givenALongHistoryWasSeen_whenAllAreLoadedAtOnce_thenEachGoesOnWhereItWas() {
        try (CommandNode other = new CommandNode(url, CommandNode.SETTINGS)) {
            answers(List.of(other.send(Take.by(new CouponId("of-305"), "first"))));
            answers(List.of(other.send(Take.by(new CouponId("of-230"), "first"))));

            assertThat(takeOneOfEach(other).subList(0, LENGTHS.indexOf(230)))
                    .isEqualTo(lengthsPlus(1).subList(0, LENGTHS.indexOf(230)));
        }
    }

    @Test
    void givenHistoriesThatWereWorthASnapshot_whenTheyAreLoadedAgain_thenTheyStartFromIt() {
        try (CommandNode second = new CommandNode(url, CommandNode.SETTINGS)) {
            assertThat(takeOneOfEach(second)).isEqualTo(lengthsPlus(1));
            // Of those with 16 events or more.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> snapshots(second)
                            >= LENGTHS.stream().filter(length -> length >= 16).count());
            // What a snapshot covers is not read any more: a row that breaks the stream would show it.
            second.database.inTransaction(() -> second.jdbc()
                    .update("UPDATE domain_event e JOIN snapshot s ON s.aggregate_id = e.aggregate_id"
                            + " SET e.payload = 'broken' WHERE e.sequence_number <= s.sequence_number"));
        }
        try (CommandNode third = new CommandNode(url, CommandNode.SETTINGS)) {
            assertThat(takeOneOfEach(third)).isEqualTo(lengthsPlus(2));
            assertThat(takeOneOfEach(third)).isEqualTo(lengthsPlus(3));
        }
    }

    private static List<Integer> takeOneOfEach(CommandNode node) {
        return answers(LENGTHS.stream()
                .map(length -> node.send(Take.by(ticket(length), "last")))
                .toList());
    }

    private static List<Integer> lengthsPlus(int more) {
        return LENGTHS.stream().map(length -> length + more).toList();
    }

    private static long snapshots(CommandNode node) {
        return node.jdbc()
                .queryForList("SELECT aggregate_id FROM snapshot", String.class)
                .size();
    }

    private static CouponId ticket(int length) {
        return new CouponId("of-" + length);
    }

    private static List<Integer> answers(List<CompletableFuture<CommandResultMessage<?>>> answers) {
        return answers.stream()
                .map(answer -> answer.orTimeout(10, SECONDS).join())
                .map(result -> ((CouponIssued) result.getPayload()).serial())
                .toList();
    }
}
