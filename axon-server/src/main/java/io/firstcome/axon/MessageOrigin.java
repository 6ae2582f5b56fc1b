package io.firstcome.axon;

import io.firstcome.axon.commandbus.CommandMetaData;
import io.firstcome.axon.processors.CurrentProcessor;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.MultiCorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;

/**
 * What a message hands on to those that it causes: that it is their cause, the first of the chain, who acts, and the trace.
 *
 * <p>Nothing in a processor that only reads. Axon makes a result of each event that is handled, in every processor, and asks this
 * for it; the answer would cost such a processor a quarter of its time, for the metadata of an event are JSON until somebody
 * wants them.
 */
public final class MessageOrigin implements CorrelationDataProvider {

    private final CorrelationDataProvider origin = new MultiCorrelationDataProvider<Message<?>>(List.of(
            new MessageOriginProvider(CommandMetaData.CAUSATION_ID, CommandMetaData.CORRELATION_ID),
            new SimpleCorrelationDataProvider(CommandMetaData.USER_ID, CommandMetaData.TRACE_ID)));

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        return CurrentProcessor.onlyReads() ? Map.of() : origin.correlationDataFor(message);
    }
}
