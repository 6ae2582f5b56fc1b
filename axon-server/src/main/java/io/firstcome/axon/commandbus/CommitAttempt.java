package io.firstcome.axon.commandbus;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RejectedException;
import io.firstcome.contract.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ResultMessage;
import org.jspecify.annotations.Nullable;

/**
 * One try to handle commands in one unit of work and commit them in one transaction. Used once, by one thread.
 *
 * <p>A refused command leaves its neighbours alone, because a handler refuses before it applies anything. A handler
 * that fails otherwise, or that refuses after it applied an event, rolls back the whole batch.
 */
final class CommitAttempt {

    /** What became of the transaction. */
    enum Fate {
        COMMITTED,
        ROLLED_BACK,
        /** The commit was sent, and its answer did not come. */
        UNKNOWN
    }

    private final List<PendingCommand> commands;
    private final TransactionManager transactions;
    private final List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors;
    private final LaneCaches caches;
    private final boolean alone;
    private final List<Outcome> outcomes;

    private Fate fate = Fate.ROLLED_BACK;
    private @Nullable Throwable cause;

    /** @param alone whether no other node may append meanwhile, so that this attempt has no conflict with one */
    CommitAttempt(
            List<PendingCommand> commands,
            TransactionManager transactions,
            List<MessageHandlerInterceptor<? super CommandMessage<?>>> interceptors,
            LaneCaches caches,
            boolean alone) {
        this.commands = commands;
        this.transactions = transactions;
        this.interceptors = interceptors;
        this.caches = caches;
        this.alone = alone;
        this.outcomes = new ArrayList<>(commands.size());
    }

    /**
     * Handles the commands in their order and commits.
     *
     * @param beforeCommit gets the outcomes, in the commands' order, inside the transaction
     */
    Fate run(Consumer<List<Outcome>> beforeCommit) {
        BatchUnitOfWork unitOfWork = new BatchUnitOfWork(commands.stream()
                .<CommandMessage<?>>map(PendingCommand::command)
                .toList());
        unitOfWork.start();
        try {
            attach(transactions.startTransaction(), unitOfWork);
            caches.prepare(aggregateIds(), alone);
        } catch (RuntimeException | Error e) {
            cause = e;
            unitOfWork.rollback(e);
            return fate;
        }
        unitOfWork.onPrepareCommit(u -> beforeCommit.accept(outcomes));
        PublishedEvents tally = PublishedEvents.of(unitOfWork);
        ResultMessage<?> result = unitOfWork.executeWithResult(
                () -> handleNext(unitOfWork, tally), failure -> Rejection.in(failure) == null);
        if (fate != Fate.COMMITTED && result.isExceptional()) {
            cause = result.exceptionResult();
        }
        return fate;
    }

    private List<String> aggregateIds() {
        return commands.stream()
                .map(pending -> pending.command().getPayload())
                .filter(AggregateCommand.class::isInstance)
                .map(command -> ((AggregateCommand) command).aggregateId())
                .distinct()
                .toList();
    }

    private void attach(Transaction transaction, BatchUnitOfWork unitOfWork) {
        unitOfWork.onCommit(u -> {
            fate = Fate.UNKNOWN;
            transaction.commit();
            fate = Fate.COMMITTED;
            caches.committed();
        });
        unitOfWork.onRollback(u -> transaction.rollback());
    }

    private @Nullable Object handleNext(BatchUnitOfWork unitOfWork, PublishedEvents tally) throws Exception {
        PendingCommand next = commands.get(outcomes.size());
        tally.startCommand();
        try {
            Object payload = new DefaultInterceptorChain<>(unitOfWork, interceptors, next.handler()).proceed();
            outcomes.add(new Outcome.Accepted(payload, tally.version()));
            return payload;
        } catch (CommandExecutionException e) {
            Rejection rejection = Rejection.in(e);
            if (rejection == null) {
                throw e;
            }
            if (!tally.isEmpty()) {
                throw new IllegalStateException(
                        next.command().getCommandName() + " was rejected after it had applied an event", e);
            }
            outcomes.add(new Outcome.Rejected(rejection, e instanceof RejectedException r ? r.standing() : null));
            throw e;
        }
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** Why it was not committed. */
    Throwable cause() {
        return cause == null ? new IllegalStateException("The unit of work ended without a commit") : cause;
    }
}
