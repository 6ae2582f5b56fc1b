package io.firstcome.axon.processing;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** Which processor handles the current batch of events. */
public final class CurrentProcessor {

    private static final String RESOURCE = CurrentProcessor.class.getName();

    private CurrentProcessor() {}

    /** Its name; null outside of a processor, for example in a deadline. */
    public static @Nullable String name() {
        return CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().getResource(RESOURCE) : null;
    }

    /** Notes the name in each batch of events of that processor. */
    public static MessageHandlerInterceptor<EventMessage<?>> interceptor(String processor) {
        return (batch, chain) -> {
            batch.resources().put(RESOURCE, processor);
            return chain.proceed();
        };
    }
}
