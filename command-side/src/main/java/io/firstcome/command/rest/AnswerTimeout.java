package io.firstcome.command.rest;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends the waiting of those who get no answer.
 *
 * <p>All wait for the same time, so one look ends who has waited for longest. A timer for each, set and cancelled, as
 * {@code get(timeout)} of a virtual thread has one, wakes a thread twice a request, and answers come nearly always.
 */
final class AnswerTimeout {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private record Waiting(CompletableFuture<?> answer, long until) {}

    private final Duration timeout;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Executor later = CompletableFuture.delayedExecutor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);

    AnswerTimeout(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * Waits for the answer.
     *
     * @throws TimeoutException a little after its time is over
     */
    <T> T await(CompletableFuture<T> answer) throws InterruptedException, ExecutionException, TimeoutException {
        if (!answer.isDone()) {
            waiting.add(new Waiting(answer, System.nanoTime() + timeout.toNanos()));
            lookLater();
        }
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TimeoutException late) {
                throw late;
            }
            throw e;
        }
    }

    private void lookLater() {
        if (!looking.get() && looking.compareAndSet(false, true)) {
            later.execute(this::look);
        }
    }

    private void look() {
        try {
            endLate();
        } finally {
            // Whatever happened: without the next look nobody's waiting would ever end.
            looking.set(false);
            if (!waiting.isEmpty()) {
                lookLater();
            }
        }
    }

    private void endLate() {
        long now = System.nanoTime();
        for (Waiting next = waiting.peek();
                next != null && (next.answer().isDone() || next.until() - now <= 0);
                next = waiting.peek()) {
            waiting.remove();
            if (!next.answer().isDone()) {
                next.answer().completeExceptionally(new TimeoutException("No answer for " + timeout));
            }
        }
    }
}
