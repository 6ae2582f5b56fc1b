package io.firstcome.command.payment.card;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.firstcome.axon.schedule.TaskOrigin;
import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRefund;
import io.firstcome.command.payment.api.CardRequests;
import java.time.Clock;

/** Notes requests as tasks, in the transaction of the process that makes them. */
final class CardRequestScheduler implements CardRequests {

    private final SchedulerClient scheduler;
    private final Clock clock;

    CardRequestScheduler(SchedulerClient scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public void confirm(CardCharge charge) {
        note(TaskNames.of(charge), new CardTask.Charge(charge, TaskOrigin.current(), Progress.NONE));
    }

    @Override
    public void cancel(CardRefund refund) {
        note(TaskNames.of(refund), new CardTask.Refund(refund, TaskOrigin.current(), Progress.NONE));
    }

    /** Noted again while it is under way it is the same one; noted again later it asks for what is known. */
    private void note(TaskInstanceId id, CardTask job) {
        scheduler.scheduleIfNotExists(new TaskInstance<>(id.getTaskName(), id.getId(), job), clock.instant());
    }
}
