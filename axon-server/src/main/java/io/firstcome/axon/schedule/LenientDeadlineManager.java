package io.firstcome.axon.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineToken;

/**
 * Axon's deadlines on the scheduler, but cancelling one that is running does nothing: whoever it is for finds it too late.
 *
 * <p>Axon's own fails then, and with it the whole batch of events in which it was to be cancelled.
 */
final class LenientDeadlineManager extends DbSchedulerDeadlineManager {

    private final Scheduler scheduler;

    LenientDeadlineManager(Builder builder, Scheduler scheduler) {
        super(builder.scheduler(scheduler));
        this.scheduler = scheduler;
    }

    @Override
    public void cancelSchedule(String deadlineName, String scheduleId) {
        runOnPrepareCommitOrNow(() -> cancel(scheduleId));
    }

    private void cancel(String scheduleId) {
        try {
            scheduler.cancel(new DbSchedulerDeadlineToken(scheduleId));
        } catch (TaskInstanceException ranOrRuns) {
            // It has no effect any more: what it is for has decided already.
        }
    }
}
