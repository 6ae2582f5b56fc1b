package io.firstcome.query.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ProcessorSupervisorTest {

    private static final int LONG_MILLIS = 30_000;

    private final Rebuilder rebuilder = mock(Rebuilder.class);
    private final ProcessorGauges gauges = mock(ProcessorGauges.class);

    @Test
    void givenTasksThatThrowErrors_whenTheirTimeComesAgain_thenTheyRunAgain() {
        ProcessorSupervisor care = new ProcessorSupervisor(rebuilder, gauges);
        doThrow(new StackOverflowError("thrown by the test"))
                .doNothing()
                .when(rebuilder)
                .tick();
        doThrow(new AssertionError("thrown by the test"))
                .doNothing()
                .when(gauges)
                .tick();
        care.start();
        try {
            verify(rebuilder, timeout(LONG_MILLIS).atLeast(3)).tick();
            verify(gauges, timeout(LONG_MILLIS).atLeast(2)).tick();
        } finally {
            care.stop();
        }
        assertThat(care.isRunning()).isFalse();
    }

    /** The negative control: what a scheduled task throws ends it for ever. */
    @Test
    void givenATaskWithoutThisCare_whenItThrowsAnError_thenItNeverRunsAgain() {
        AtomicInteger runs = new AtomicInteger();
        try (ScheduledExecutorService plain = Executors.newSingleThreadScheduledExecutor()) {
            ScheduledFuture<?> task = plain.scheduleWithFixedDelay(
                    () -> {
                        runs.incrementAndGet();
                        throw new AssertionError("thrown by the test");
                    },
                    0,
                    1,
                    TimeUnit.MILLISECONDS);
            Awaitility.await().until(task::isDone);
            assertThat(runs).hasValue(1);
        }
    }
}
