package io.firstcome.axon.processors;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** Which processor handles the current batch of events. */
public final class CurrentProcessor {

    private static final String RESOURCE = CurrentProcessor.class.getName();
    private static final String ONLY_READS = RESOURCE + ".onlyReads";

    private CurrentProcessor() {}

    /** Its name; null outside of a processor, for example in a deadline. */
    public static @Nullable String name() {
        return CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().getResource(RESOURCE) : null;
    }

    /** Whether it is one that may be replayed, and so sends no messages. */
    public static boolean onlyReads() {
        return CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().resources().containsKey(ONLY_READS);
    }

    /**
     * Notes the processor in each batch of its events.
     *
     * @param onlyReads whether it may be replayed, and so sends no messages
     */
    public static MessageHandlerInterceptor<EventMessage<?>> interceptor(String processor, boolean onlyReads) {
        return (batch, chain) -> {
            batch.resources().put(RESOURCE, processor);
            if (onlyReads) {
                batch.resources().put(ONLY_READS, true);
            }
            return chain.proceed();
        };
    }
}
