package io.firstcome.command.payment.card;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.firstcome.axon.processing.LateTransactions;
import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRefund;
import io.firstcome.command.payment.api.CardRequests;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Notes requests as tasks, in the transaction of the process that makes them. */
final class CardWork implements CardRequests {

    private final SchedulerClient scheduler;
    private final Clock clock;

    CardWork(SchedulerClient scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public void confirm(CardCharge charge) {
        note(TaskNames.of(charge), new CardJob.Charge(charge, origin(), Progress.NONE));
    }

    @Override
    public void cancel(CardRefund refund) {
        note(TaskNames.of(refund), new CardJob.Refund(refund, origin(), Progress.NONE));
    }

    /** Noted again while it is under way it is the same one; noted again later it asks for what is known. */
    private void note(TaskInstanceId id, CardJob job) {
        LateTransactions.begin();
        scheduler.scheduleIfNotExists(new TaskInstance<>(id.getTaskName(), id.getId(), job), clock.instant());
    }

    /** Correlation, trace and user of the event that is being handled. */
    private static Map<String, String> origin() {
        Map<String, String> origin = new HashMap<>();
        CurrentUnitOfWork.ifStarted(
                unit -> unit.getCorrelationData().forEach((key, value) -> origin.put(key, String.valueOf(value))));
        return origin;
    }
}
