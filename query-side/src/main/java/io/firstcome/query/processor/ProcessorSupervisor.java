package io.firstcome.query.processor;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks after the processors, again and again, from the end of the start to the beginning of the stop. */
@Component
class ProcessorSupervisor implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ProcessorSupervisor.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration GAUGES_PAUSE = Duration.ofSeconds(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

    private final Rebuilder rebuilder;
    private final ProcessorGauges gauges;
    private @Nullable ScheduledExecutorService thread;

    ProcessorSupervisor(Rebuilder rebuilder, ProcessorGauges gauges) {
        this.rebuilder = rebuilder;
        this.gauges = gauges;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            rebuilder.begin();
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("processor-care").daemon().factory());
            repeat(thread, rebuilder::tick, PAUSE);
            repeat(thread, gauges::tick, GAUGES_PAUSE);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // run reports the task's failures
    private static void repeat(ScheduledExecutorService thread, Runnable task, Duration pause) {
        thread.scheduleWithFixedDelay(() -> run(task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Has rebuilds looked at now, and not half a second later. */
    synchronized void soon() {
        if (thread != null) {
            thread.execute(() -> run(rebuilder::tick));
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            // What a scheduled task throws ends it for ever.
            log.debug("The care for the processors is tried again", e);
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            rebuilder.end();
            thread.shutdownNow();
            try {
                if (!thread.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.warn("The care for the processors did not end in time");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
