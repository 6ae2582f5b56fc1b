package io.firstcome.command.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AnswerTimeoutTest {

    private final AnswerTimeout timeout = new AnswerTimeout(Duration.ofMillis(300));

    private static Thread start(
            List<? super Object> outcomes, AnswerTimeout timeout, CompletableFuture<String> answer) {
        return Thread.ofVirtual().start(() -> {
            try {
                outcomes.add(timeout.await(answer));
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                outcomes.add(e);
            }
        });
    }

    @Test
    void givenAnAnswer_whenAwaited_thenItIsGiven() throws Exception {
        assertThat(timeout.await(CompletableFuture.completedFuture("yes"))).isEqualTo("yes");
    }

    @Test
    void givenAnAnswerThatComesLater_whenAwaited_thenItIsGiven() throws Exception {
        CompletableFuture<String> later =
                new CompletableFuture<String>().completeOnTimeout("yes", 20, TimeUnit.MILLISECONDS);

        assertThat(timeout.await(later)).isEqualTo("yes");
    }

    @Test
    void givenNoAnswer_whenItsTimeIsOver_thenTheWaitingEndsAndNotBefore() {
        long begin = System.nanoTime();

        assertThatThrownBy(() -> timeout.await(new CompletableFuture<>())).isInstanceOf(TimeoutException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void givenManyThatWait_whenOnlySomeAreAnswered_thenEachHasItsOwnEnd() throws Exception {
        List<Object> outcomes = new CopyOnWriteArrayList<>();
        List<CompletableFuture<String>> answers = IntStream.range(0, 100)
                .mapToObj(number -> new CompletableFuture<String>())
                .toList();
        List<Thread> threads =
                answers.stream().map(answer -> start(outcomes, timeout, answer)).toList();

        IntStream.range(0, 50).forEach(number -> answers.get(number * 2).complete("yes"));
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(outcomes).filteredOn("yes"::equals).hasSize(50);
        assertThat(outcomes).filteredOn(TimeoutException.class::isInstance).hasSize(50);
    }

    @Test
    void givenAFailure_whenAwaited_thenItIsPassedOn() {
        assertThatThrownBy(() -> timeout.await(CompletableFuture.failedFuture(new IllegalStateException("no"))))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void givenOneWhoWaits_whenInterrupted_thenTheWaitingEnds() throws Exception {
        List<Object> outcomes = new CopyOnWriteArrayList<>();
        Thread waiting = start(outcomes, new AnswerTimeout(Duration.ofMinutes(1)), new CompletableFuture<>());

        waiting.interrupt();
        waiting.join();

        assertThat(outcomes).singleElement().isInstanceOf(InterruptedException.class);
    }
}
