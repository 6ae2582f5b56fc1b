package io.firstcome.query.bridge;

import io.cloudevents.CloudEvent;
import io.firstcome.axon.groupcommit.CommandMetaData;
import io.firstcome.contract.v1.Message;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.extensions.kafka.eventhandling.KafkaMessageConverter;
import org.axonframework.extensions.kafka.eventhandling.cloudevent.CloudEventKafkaMessageConverter;
import org.axonframework.extensions.kafka.eventhandling.cloudevent.MetadataUtils;
import org.axonframework.messaging.GenericMessage;

/**
 * From stored events to Kafka records: a CloudEvent as the value, the bare id of the thing as the key.
 *
 * <p>The CloudEvent's {@code id} is the event's, so that a consumer can drop what comes twice. Its extensions are strings:
 * {@code sequence} (the event's number in its aggregate, from 0), {@code position} (its place in commit order, from 1) and,
 * where known, {@code traceid}, {@code correlationid} and {@code causationid}.
 */
final class CloudEventRecords {

    private static final String TOPIC_PREFIX = "firstcome.";
    private static final String SEQUENCE = "sequence";
    private static final String POSITION = "position";
    private static final List<String> TRACING =
            List.of(CommandMetaData.TRACE_ID, CommandMetaData.CORRELATION_ID, CommandMetaData.CAUSATION_ID);

    private final KafkaMessageConverter<String, CloudEvent> converter = CloudEventKafkaMessageConverter.builder()
            .serializer(new MessageSerializer())
            .sequencingPolicy(message -> message.getMetaData().get(MetadataUtils.SUBJECT))
            .sourceSupplier(CloudEventRecords::source)
            .addMetadataMappers(
                    Map.of(SEQUENCE, SEQUENCE, POSITION, POSITION, CommandMetaData.CAUSATION_ID, "causationid"))
            .build();

    /** The topic of a message. */
    static String topic(Message message) {
        return TOPIC_PREFIX + message.context();
    }

    private static URI source(EventMessage<?> message) {
        return URI.create("/firstcome/" + ((Message) message.getPayload()).context());
    }

    /** The record for an event and its translation. */
    ProducerRecord<String, CloudEvent> record(EventMessage<?> event, Message message, long sequence, long position) {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put(MetadataUtils.SUBJECT, message.subject());
        metadata.put(MetadataUtils.DATA_CONTENT_TYPE, "application/json");
        metadata.put(SEQUENCE, Long.toString(sequence));
        metadata.put(POSITION, Long.toString(position));
        for (String key : TRACING) {
            if (event.getMetaData().get(key) instanceof String value) {
                metadata.put(key, value);
            }
        }
        EventMessage<Message> published = new GenericEventMessage<>(
                new GenericMessage<>(event.getIdentifier(), message, metadata), event::getTimestamp);
        return converter.createKafkaMessage(published, topic(message));
    }
}
