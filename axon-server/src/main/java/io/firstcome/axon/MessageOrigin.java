package io.firstcome.axon;

import io.firstcome.axon.groupcommit.CommandMetaData;
import io.firstcome.axon.processing.CurrentProcessor;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * What a message hands on to those that it causes: that it is their cause, the first of the chain, who acts, and the trace.
 *
 * <p>Nothing in a processor that only reads. Axon makes a result of each event that is handled, and asks this for it; the answer
 * would cost such a processor a quarter of its time, for the metadata of an event are JSON until somebody wants them.
 */
public final class MessageOrigin implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        if (CurrentProcessor.onlyReads()) {
            return Map.of();
        }
        MetaData metaData = message.getMetaData();
        Map<String, Object> origin = new HashMap<>();
        origin.put(CommandMetaData.CAUSATION_ID, message.getIdentifier());
        origin.put(
                CommandMetaData.CORRELATION_ID,
                metaData.getOrDefault(CommandMetaData.CORRELATION_ID, message.getIdentifier()));
        handOn(CommandMetaData.USER_ID, metaData, origin);
        handOn(CommandMetaData.TRACE_ID, metaData, origin);
        return origin;
    }

    private static void handOn(String key, MetaData metaData, Map<String, Object> origin) {
        Object value = metaData.get(key);
        if (value != null) {
            origin.put(key, value);
        }
    }
}
