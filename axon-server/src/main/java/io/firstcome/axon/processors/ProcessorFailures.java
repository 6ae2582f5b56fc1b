package io.firstcome.axon.processors;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Why each processor of this process does not get on, until it does. Axon forgets it while it waits for the next try. */
public class ProcessorFailures {

    private static final Logger log = LoggerFactory.getLogger(ProcessorFailures.class);

    private final Map<String, String> reasons = new ConcurrentHashMap<>();

    /** A short sentence for an operator, without class names; null when all is well. */
    public @Nullable String reason(String processor) {
        return reasons.get(processor);
    }

    /** Notes what an operator should see. */
    public void note(String processor, Throwable fault) {
        String reason = describe(fault);
        if (!reason.equals(reasons.put(processor, reason))) {
            log.warn("{} does not get on: {}", processor, reason);
        }
    }

    /** Forgets what was noted. */
    public void clear(String processor) {
        if (reasons.remove(processor) != null) {
            log.info("{} gets on again", processor);
        }
    }

    /** Notes the failure of a batch and has Axon try it again. */
    ErrorHandler handler(String processor) {
        return context -> {
            note(processor, context.error());
            PropagatingErrorHandler.instance().handleError(context);
        };
    }

    /** Forgets the failure when a batch is committed. */
    MessageHandlerInterceptor<EventMessage<?>> interceptor(String processor) {
        return (batch, chain) -> {
            if (reasons.containsKey(processor)) {
                batch.afterCommit(done -> clear(processor));
            }
            return chain.proceed();
        };
    }

    private static String describe(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            String reason = TransientFailures.reasonOfServer(t);
            if (reason != null) {
                return reason;
            }
            if (t instanceof SQLException || t instanceof TransactionException) {
                return "The database does not answer or refuses; it is tried again.";
            }
        }
        return fault instanceof DataAccessException
                ? "A data store does not answer; it is tried again."
                : "An event could not be handled; it is tried again.";
    }
}
