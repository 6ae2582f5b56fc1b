package io.firstcome.query.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

    private final SingleFlight<String, Integer> reads = new SingleFlight<>();
    private final AtomicInteger ownReads = new AtomicInteger();

    /** What those get who ask while {@code read} is under way. */
    private List<CompletableFuture<Integer>> askWhile(Supplier<Integer> read) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Integer> first = ask(() -> {
                    begun.countDown();
                    await(end);
                    return read.get();
                })
                .outcome();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        List<Asked> others =
                Stream.generate(() -> ask(ownReads::incrementAndGet)).limit(3).toList();
        Awaitility.await()
                .until(() -> others.stream().allMatch(other -> other.thread().getState() == Thread.State.WAITING));
        assertThat(reads.get("b", () -> 7)).isEqualTo(7);
        end.countDown();
        return Stream.concat(Stream.of(first), others.stream().map(Asked::outcome))
                .toList();
    }

    private record Asked(Thread thread, CompletableFuture<Integer> outcome) {}

    private Asked ask(Supplier<Integer> read) {
        CompletableFuture<Integer> outcome = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                outcome.complete(reads.get("a", read));
            } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
            }
        });
        return new Asked(thread, outcome);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void givenAReadUnderWay_whenOthersAskForTheSame_thenTheyGetWhatItFinds() throws Exception {
        for (CompletableFuture<Integer> outcome : askWhile(() -> 1)) {
            assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(ownReads).hasValue(0);
        assertThat(reads.get("a", () -> 2)).isEqualTo(2);
    }

    @Test
    void givenAReadThatFails_whenOthersWaitForIt_thenAllFailAtOnceAndTheNextReadsAnew() throws Exception {
        List<CompletableFuture<Integer>> outcomes = askWhile(() -> {
            throw new IllegalStateException("away");
        });

        for (CompletableFuture<Integer> outcome : outcomes) {
            assertThatThrownBy(() -> outcome.get(10, TimeUnit.SECONDS))
                    .hasCauseExactlyInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("away");
        }
        assertThat(ownReads).hasValue(0);
        assertThat(reads.get("a", () -> 2)).isEqualTo(2);
    }
}
