package io.firstcome.axon.processors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessorThreadTest {

    private static final Duration PAUSE = Duration.ofMillis(60);

    private final ProcessorThread worker =
            new ProcessorThread(PAUSE, 2, 1, Thread.ofPlatform().factory());
    private final List<Long> starts = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        worker.shutdownNow();
    }

    private Future<?> submit() {
        return worker.submit(() -> {
            starts.add(System.nanoTime());
        });
    }

    @Test
    void givenSeveralBatches_whenSubmittedAtOnce_thenThePauseIsBetweenTheirStarts() throws Exception {
        for (int batch = 0; batch < 3; batch++) {
            submit().get();
        }

        assertThat(starts).hasSize(3);
        // Only the work of the thread itself lies between the start that is timed and the start that is told.
        long shortest = PAUSE.minusMillis(20).toNanos();
        assertThat(starts.get(1) - starts.get(0)).isGreaterThan(shortest);
        assertThat(starts.get(2) - starts.get(1)).isGreaterThan(shortest);
    }

    @Test
    void givenAQuietTime_whenABatchComes_thenItIsNotHeldBack() throws Exception {
        ProcessorThread patient = new ProcessorThread(
                Duration.ofHours(1), 2, 1, Thread.ofPlatform().factory());
        patient.submit(() -> {
                    starts.add(System.nanoTime());
                })
                .get();
        patient.shutdownNow();

        assertThat(starts).hasSize(1);
    }

    @Test
    void givenAWaitingBatch_whenTheWorkerIsShutDown_thenItStillRuns() throws Exception {
        submit().get();
        Future<?> waiting = submit();
        worker.shutdown();

        waiting.get();

        assertThat(starts).hasSize(2);
    }

    private Future<?> submitOneThatTakes(Duration time) {
        return worker.submit(() -> {
            starts.add(System.nanoTime());
            for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() - end < 0; ) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        });
    }

    @Test
    void givenABatchThatTookLongerThanThePause_whenTheNextComes_thenTheThreadHasRested() throws Exception {
        submitOneThatTakes(Duration.ofMillis(80)).get();
        awaitEnd();
        submit().get();

        assertThat(starts.get(1) - starts.get(0)).isGreaterThanOrEqualTo(ProcessorThread.LONGEST.toNanos());
    }

    @Test
    void givenAVeryLongBatch_whenTheNextComes_thenItIsNotHeldBack() throws Exception {
        submitOneThatTakes(Duration.ofMillis(150)).get();
        awaitEnd();
        long end = System.nanoTime();
        submit().get();

        assertThat(starts.get(1) - end).isLessThan(PAUSE.multipliedBy(20).toNanos());
    }

    /** The rest is known only after the batch, and a look for events is not held back by it. */
    private void awaitEnd() throws Exception {
        worker.schedule(() -> {}, 0, TimeUnit.MILLISECONDS).get();
    }
}
