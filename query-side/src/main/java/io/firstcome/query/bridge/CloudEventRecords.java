package io.firstcome.query.bridge;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.firstcome.axon.commandbus.CommandMetaData;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Makes Kafka records of stored events: a CloudEvent as the value, the bare id of the thing as the key.
 *
 * <p>The CloudEvent's {@code id} is the event's, so that a consumer can drop duplicates. Its extensions are strings:
 * {@code sequence} (the event's number in its aggregate, from 0), {@code position} (its place in commit order, from 1) and,
 * where known, {@code traceid}, {@code correlationid} and {@code causationid}.
 */
final class CloudEventRecords {

    private static final List<String> TRACING =
            List.of(CommandMetaData.TRACE_ID, CommandMetaData.CORRELATION_ID, CommandMetaData.CAUSATION_ID);

    private CloudEventRecords() {}

    /**
     * The record of the event at {@code position}.
     *
     * @throws IllegalArgumentException when there is no message for the event
     */
    static ProducerRecord<String, CloudEvent> of(DomainEventMessage<?> event, long position) {
        Message message = Message.of(event.getPayload());
        CloudEventBuilder value = CloudEventBuilder.v1()
                .withId(event.getIdentifier())
                .withType(message.type())
                .withSource(message.source())
                .withSubject(message.key())
                .withTime(event.getTimestamp().atOffset(ZoneOffset.UTC))
                .withData("application/json", message.json())
                .withExtension("sequence", Long.toString(event.getSequenceNumber()))
                .withExtension("position", Long.toString(position));
        for (String key : TRACING) {
            if (event.getMetaData().get(key) instanceof String known) {
                value.withExtension(key.toLowerCase(Locale.ROOT), known);
            }
        }
        return new ProducerRecord<>(message.topic(), message.key(), value.build());
    }
}
