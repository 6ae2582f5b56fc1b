package io.firstcome.axon.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.context.SmartLifecycle;

/** Starts the scheduler when commands can be handled and ends it while they still can. */
final class ScheduleRunner implements SmartLifecycle {

    /** Above the command lanes (MAX - 2560), below the web server (MAX - 2048). */
    private static final int PHASE = Integer.MAX_VALUE - 2_304;

    private final Scheduler scheduler;
    private volatile boolean running;

    ScheduleRunner(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        scheduler.start();
        running = true;
    }

    /** What has not ended in time is left as it is: it runs again when its heartbeat is missed. */
    @Override
    public void stop() {
        running = false;
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
