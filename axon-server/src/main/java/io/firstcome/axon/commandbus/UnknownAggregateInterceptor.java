package io.firstcome.axon.commandbus;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RejectedException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/** Rejects a command whose aggregate is unknown, by the code that the command names for that. */
final class UnknownAggregateInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } catch (AggregateNotFoundException unknown) {
            if (unitOfWork.getMessage().getPayload() instanceof AggregateCommand command) {
                throw new RejectedException(command.whenUnknown());
            }
            throw unknown;
        }
    }
}
