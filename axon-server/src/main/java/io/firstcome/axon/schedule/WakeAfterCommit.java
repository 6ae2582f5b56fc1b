package io.firstcome.axon.schedule;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Duration;
import java.time.Instant;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lets the scheduler look at once for what is due at once, when the transaction that wrote it has committed. */
final class WakeAfterCommit extends AbstractSchedulerListener {

    private final Runnable look;
    private final Duration soon;

    WakeAfterCommit(Runnable look, Duration soon) {
        this.look = look;
        this.soon = soon;
    }

    @Override
    public void onExecutionScheduled(TaskInstanceId task, Instant due) {
        if (due.isAfter(Instant.now().plus(soon))) {
            return;
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    look.run();
                }
            });
        } else {
            look.run();
        }
    }
}
