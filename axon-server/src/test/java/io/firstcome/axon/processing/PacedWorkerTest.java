package io.firstcome.axon.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PacedWorkerTest {

    private static final Duration PAUSE = Duration.ofMillis(60);

    private final PacedWorker worker =
            new PacedWorker(PAUSE, Thread.ofPlatform().factory());
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
        PacedWorker patient =
                new PacedWorker(Duration.ofHours(1), Thread.ofPlatform().factory());
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
}
