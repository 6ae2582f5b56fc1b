package io.firstcome.axon.groupcommit;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.Refusal;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/** Turns a domain's refusal, and an unknown aggregate, into the published form {@link Refused}. */
final class RefusalInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        try {
            return chain.proceed();
        } catch (Refusal refusal) {
            throw RefusedException.of(refusal);
        } catch (AggregateNotFoundException unknown) {
            if (unitOfWork.getMessage().getPayload() instanceof AggregateCommand command) {
                throw RefusedException.of(command.whenUnknown());
            }
            throw unknown;
        }
    }
}
