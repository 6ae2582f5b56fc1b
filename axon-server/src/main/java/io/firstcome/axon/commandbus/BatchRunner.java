package io.firstcome.axon.commandbus;

import io.firstcome.axon.commandbus.CommandNotAcceptedException.Reason;
import io.firstcome.axon.idempotency.IdempotencyKey;
import io.firstcome.axon.idempotency.IdempotencyStore;
import io.firstcome.axon.idempotency.RememberedOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the batches of a lane to their end: every command has its answer when {@link #run} returns. */
final class BatchRunner {

    private static final Logger log = LoggerFactory.getLogger(BatchRunner.class);
    private static final int ATTEMPTS_AFTER_CONFLICT = 5;

    private final TransactionManager transactions;
    private final List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors;
    private final LaneCaches caches;
    private final IdempotencyStore idempotency;
    private final DuplicateMode repeats;
    private final OutcomeJson json;
    private final DistributionSummary batchSize;
    private final Timer batchTime;
    private final Counter conflicts;

    /**
     * @param interceptors a live list: interceptors registered later take part
     * @param caches those of the lane
     * @param repeats those of all lanes
     */
    BatchRunner(
            TransactionManager transactions,
            List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors,
            LaneCaches caches,
            IdempotencyStore idempotency,
            DuplicateMode repeats,
            Serializer serializer,
            MeterRegistry metrics) {
        this.transactions = transactions;
        this.interceptors = interceptors;
        this.caches = caches;
        this.idempotency = idempotency;
        this.repeats = repeats;
        this.json = new OutcomeJson(serializer);
        this.batchSize = DistributionSummary.builder("firstcome.group.commit.batch")
                .description("Commands that shared one commit")
                .register(metrics);
        this.batchTime = Timer.builder("firstcome.group.commit.time")
                .description("From the first handler of a batch to its commit")
                .register(metrics);
        this.conflicts = Counter.builder("firstcome.group.commit.conflicts")
                .description("Batches that were rolled back because another writer was faster, or a key was repeated")
                .register(metrics);
    }

    void run(List<PendingCommand> batch) {
        if (repeats.areExpected()) {
            handleNew(batch, false);
        } else {
            handle(batch, false, cause -> {
                boolean conflict = FailureKind.of(cause) == FailureKind.CONFLICT;
                if (conflict) {
                    repeats.seen();
                }
                handleNew(batch, conflict);
            });
        }
    }

    /**
     * Handles those whose key is not known.
     *
     * @param alone whether no other node may append meanwhile: one was faster before
     */
    private void handleNew(List<PendingCommand> batch, boolean alone) {
        List<PendingCommand> fresh;
        try {
            fresh = answerRepeats(batch);
        } catch (RuntimeException | Error e) {
            failAll(batch, FailureKind.of(e), e);
            return;
        }
        if (!fresh.isEmpty()) {
            handle(fresh, alone, cause -> {
                if (FailureKind.of(cause) == FailureKind.CONFLICT && !alone) {
                    handleNew(fresh, true);
                } else {
                    // Somebody in the batch is at fault. One at a time, the others get through.
                    fresh.forEach(this::handleAlone);
                }
            });
        }
    }

    /** Answers the commands whose key has an outcome already, and returns the others. */
    private List<PendingCommand> answerRepeats(List<PendingCommand> batch) {
        Map<IdempotencyKey, RememberedOutcome> known = idempotency.find(
                batch.stream().map(PendingCommand::key).filter(Objects::nonNull).toList());
        if (known.isEmpty()) {
            return batch;
        }
        repeats.seen();
        List<PendingCommand> fresh = new ArrayList<>(batch.size());
        for (PendingCommand pending : batch) {
            RememberedOutcome remembered = pending.key() == null ? null : known.get(pending.key());
            if (remembered == null) {
                fresh.add(pending);
            } else if (!remembered.fingerprint().equals(pending.fingerprint())) {
                pending.fail(Reason.IDEMPOTENCY_KEY_REUSED);
            } else {
                OutcomeJson.Remembered first = json.read(remembered.outcome());
                first.outcome().answer(pending, true, first.traceId());
            }
        }
        return fresh;
    }

    /** @param afterRollback what to do when the batch was at fault: nothing of it is stored or answered */
    private void handle(List<PendingCommand> batch, boolean alone, Consumer<Throwable> afterRollback) {
        batchSize.record(batch.size());
        CommitAttempt attempt = new CommitAttempt(batch, transactions, interceptors, caches, alone);
        switch (batchTime.record(() -> attempt.run(outcomes -> remember(batch, outcomes)))) {
            case COMMITTED -> answerAll(batch, attempt.outcomes());
            case UNKNOWN -> {
                log.warn("The fate of a commit of {} commands is unknown", batch.size(), attempt.cause());
                caches.unknownCommit(batch);
                batch.forEach(pending -> pending.fail(Reason.OUTCOME_UNKNOWN));
            }
            case ROLLED_BACK -> {
                FailureKind failure = FailureKind.of(attempt.cause());
                if (failure == FailureKind.STORE_UNAVAILABLE) {
                    failAll(batch, failure, attempt.cause());
                } else {
                    countConflict(failure);
                    afterRollback.accept(attempt.cause());
                }
            }
        }
    }

    private void handleAlone(PendingCommand pending) {
        List<PendingCommand> alone = List.of(pending);
        for (int attempts = 1; ; attempts++) {
            if (attempts > 1 && pending.key() != null && answerRepeats(alone).isEmpty()) {
                return;
            }
            CommitAttempt attempt = new CommitAttempt(alone, transactions, interceptors, caches, attempts > 1);
            CommitAttempt.Fate fate = attempt.run(outcomes -> remember(alone, outcomes));
            if (fate == CommitAttempt.Fate.COMMITTED) {
                answerAll(alone, attempt.outcomes());
                return;
            }
            if (fate == CommitAttempt.Fate.UNKNOWN) {
                caches.unknownCommit(alone);
                pending.fail(Reason.OUTCOME_UNKNOWN);
                return;
            }
            FailureKind failure = FailureKind.of(attempt.cause());
            countConflict(failure);
            if (failure != FailureKind.CONFLICT || attempts == ATTEMPTS_AFTER_CONFLICT) {
                failAll(alone, failure, attempt.cause());
                return;
            }
        }
    }

    private void countConflict(FailureKind failure) {
        if (failure == FailureKind.CONFLICT) {
            conflicts.increment();
        }
    }

    private void remember(List<PendingCommand> batch, List<Outcome> outcomes) {
        List<RememberedOutcome> remembered = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            PendingCommand pending = batch.get(i);
            if (pending.key() != null) {
                remembered.add(new RememberedOutcome(
                        pending.key(), pending.fingerprint(), json.write(outcomes.get(i), pending.traceId())));
            }
        }
        idempotency.remember(remembered);
    }

    /**
     * Many are answered by a virtual thread: it wakes those who wait, which are virtual too, at a small part of what it costs a
     * platform thread, and the lane goes on meanwhile.
     */
    private void answerAll(List<PendingCommand> batch, List<Outcome> outcomes) {
        caches.note(batch, outcomes);
        if (batch.size() == 1) {
            answerEach(batch, outcomes);
        } else {
            Thread.startVirtualThread(() -> answerEach(batch, outcomes));
        }
    }

    private static void answerEach(List<PendingCommand> batch, List<Outcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            outcomes.get(i).answer(batch.get(i), false, batch.get(i).traceId());
        }
    }

    private void failAll(List<PendingCommand> batch, FailureKind failure, Throwable cause) {
        if (failure == FailureKind.FAULT) {
            log.error("{} commands failed, the first is a {}", batch.size(), name(batch), cause);
            batch.forEach(pending -> pending.fail(cause, Map.of()));
        } else {
            log.warn("{} commands were not accepted, {}: {}", batch.size(), failure, cause.toString());
            Reason reason = failure == FailureKind.CONFLICT ? Reason.OVERLOADED : Reason.STORE_UNAVAILABLE;
            if (reason == Reason.STORE_UNAVAILABLE) {
                caches.storeFailed();
            }
            batch.forEach(pending -> pending.fail(reason));
        }
    }

    private static String name(List<PendingCommand> batch) {
        return batch.get(0).command().getCommandName();
    }
}
