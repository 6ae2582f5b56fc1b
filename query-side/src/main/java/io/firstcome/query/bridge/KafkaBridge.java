package io.firstcome.query.bridge;

import io.cloudevents.CloudEvent;
import io.firstcome.axon.processors.BatchResource;
import io.firstcome.axon.processors.EventPosition;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;

/**
 * Forwards all events to Kafka.
 *
 * <p>The position moves after the acknowledgement of the whole batch. An event that has no message stops the bridge: to
 * skip it would be a gap.
 */
@DisallowReplay
@ProcessingGroup(KafkaBridge.GROUP)
class KafkaBridge {

    static final String GROUP = "kafka-bridge";

    private final Sender sender;

    KafkaBridge(Sender sender) {
        this.sender = sender;
    }

    @EventHandler
    void on(DomainEventMessage<?> event) {
        ProducerRecord<String, CloudEvent> record =
                CloudEventRecords.of(event, EventPosition.of(event).position());
        BatchResource.<List<ProducerRecord<String, CloudEvent>>>of(GROUP, ArrayList::new, sender::send)
                .add(record);
    }
}
