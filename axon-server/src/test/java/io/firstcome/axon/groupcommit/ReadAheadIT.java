package io.firstcome.axon.groupcommit;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.groupcommit.Ticket.Take;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponIssued;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandResultMessage;
import org.junit.jupiter.api.Test;

/** A batch's aggregates that are not in memory are read by one statement, those with a long history by themselves. */
class ReadAheadIT {

    private static final int LENGTHS = 40;

    private final String url = CommandNode.freshDatabase();

    @Test
    void givenHistoriesOfAllLengths_whenAnotherNodeGoesOnWithAllAtOnce_thenEachGoesOnWhereItWas() {
        try (CommandNode node = new CommandNode(url, CommandNode.SETTINGS)) {
            for (int length = 1; length < LENGTHS; length++) {
                int events = length;
                answers(IntStream.range(0, events)
                        .mapToObj(user -> node.send(Take.by(ticket(events), "u" + user)))
                        .toList());
            }
        }
        try (CommandNode other = new CommandNode(url, CommandNode.SETTINGS)) {
            List<Integer> serials = answers(IntStream.range(0, LENGTHS)
                    .mapToObj(length -> other.send(Take.by(ticket(length), "last")))
                    .toList());

            assertThat(serials)
                    .isEqualTo(IntStream.rangeClosed(1, LENGTHS).boxed().toList());
        }
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
