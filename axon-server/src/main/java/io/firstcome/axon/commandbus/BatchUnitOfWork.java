package io.firstcome.axon.commandbus;

import java.util.List;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Axon's unit of work for a batch, which also rolls back when an {@link Error} ends one of its phases.
 *
 * <p>Axon rolls back by exceptions alone: after an {@code Error} in a commit phase the transaction would stay open on the thread, the
 * next batch would join it, and the cache would keep aggregates whose events were never stored.
 */
final class BatchUnitOfWork extends BatchingUnitOfWork<CommandMessage<?>> {

    BatchUnitOfWork(List<CommandMessage<?>> commands) {
        super(commands);
    }

    @Override
    protected void addHandler(Phase phase, Consumer<UnitOfWork<CommandMessage<?>>> handler) {
        super.addHandler(phase, unitOfWork -> {
            try {
                handler.accept(unitOfWork);
            } catch (Error e) {
                throw new IllegalStateException("An Error ended phase " + phase, e);
            }
        });
    }
}
