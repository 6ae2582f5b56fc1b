package io.firstcome.command.payment.card;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.firstcome.axon.schedule.ExponentialBackoff;
import io.firstcome.command.payment.gateway.NotSentException;
import io.firstcome.command.payment.gateway.Outcome.Unknown;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs requests of one kind again and again, with pauses, until the payment knows their outcome. */
final class CardRequestTask<J extends CardTask> {

    private static final Logger log = LoggerFactory.getLogger(CardRequestTask.class);

    /** After a command was not taken; for ever, because what the gateway did must be told. */
    private static final ExponentialBackoff AFTER_A_FAILURE =
            new ExponentialBackoff(Duration.ofMillis(500), Duration.ofMinutes(5));

    private final String name;
    private final Class<J> type;
    private final CardOperation<J> run;
    private final ExponentialBackoff untilAsked;
    private final Clock clock;

    /** @param untilAsked the pauses before the gateway is asked again */
    CardRequestTask(String name, Class<J> type, CardOperation<J> run, ExponentialBackoff untilAsked, Clock clock) {
        this.name = name;
        this.type = type;
        this.run = run;
        this.untilAsked = untilAsked;
        this.clock = clock;
    }

    Task<J> toTask() {
        return Tasks.custom(name, type)
                .onFailure(this::failed)
                .onDeadExecutionRevive()
                .execute((instance, context) -> execute(instance.getId(), instance.getData()));
    }

    private CompletionHandler<J> execute(String id, J job) {
        Instant now = clock.instant();
        try {
            Optional<Unknown> unknown = run.run(job, now);
            return unknown.map(reason -> again(id, job, reason, now)).orElseGet(() -> CardRequestTask::done);
        } catch (NotSentException e) {
            Progress later = job.progress().notSentAgain();
            return at(clock.instant().plus(later.pauseUntilSent()), job, later);
        }
    }

    private CompletionHandler<J> again(String id, J job, Unknown reason, Instant now) {
        Progress next = job.progress().unknown(reason.code(), now);
        log.info("{} {}: the outcome is not known after {} tries: {}", name, id, next.asked(), reason.code());
        return at(clock.instant().plus(untilAsked.after(next.asked())), job, next);
    }

    @SuppressWarnings("unchecked") // a job with another progress is of the same type
    private CompletionHandler<J> at(Instant time, J job, Progress progress) {
        return (complete, operations) -> operations.reschedule(complete, time, (J) job.with(progress));
    }

    private static <T> void done(ExecutionComplete complete, ExecutionOperations<T> operations) {
        operations.remove();
    }

    @SuppressWarnings("unchecked") // as above
    private void failed(ExecutionComplete failed, ExecutionOperations<J> operations) {
        Throwable cause = failed.getCause().orElseGet(() -> new IllegalStateException("it was stopped"));
        Instant next = failed.getTimeDone().plus(AFTER_A_FAILURE.after(failed.getExecution().consecutiveFailures + 1));
        log.error(
                "{} {} failed and is tried again at {}",
                name,
                failed.getExecution().getId(),
                next,
                cause);
        try {
            J job = type.cast(failed.getExecution().taskInstance.getData());
            operations.reschedule(failed, next, (J) job.with(job.progress().failed(cause.toString())));
        } catch (RuntimeException unreadable) {
            operations.reschedule(failed, next);
        }
    }
}
