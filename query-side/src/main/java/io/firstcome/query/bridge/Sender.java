package io.firstcome.query.bridge;

import io.cloudevents.CloudEvent;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.extensions.kafka.eventhandling.producer.ProducerFactory;

/**
 * Sends records in order and returns when the broker has acknowledged all of them.
 *
 * <p>On the first failure the producer is closed at once, from whichever thread has learned of it, so that no later record
 * overtakes the failed one. The caller then sends the whole batch again, on a new producer: records may come twice, but none
 * is missing, and the first of each come in order.
 */
final class Sender {

    private final ProducerFactory<String, CloudEvent> producers;
    private final Consumer<String> topics;
    private final Duration patience;

    /** @param topics returns when there is a topic of that name */
    Sender(ProducerFactory<String, CloudEvent> producers, Consumer<String> topics, Duration patience) {
        this.producers = producers;
        this.topics = topics;
        this.patience = patience;
    }

    /**
     * Sends the records.
     *
     * @throws org.apache.kafka.common.KafkaException when not all were acknowledged in time
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the acknowledgements tell
    void send(List<ProducerRecord<String, CloudEvent>> records) {
        records.stream().map(ProducerRecord::topic).distinct().forEach(topics);
        Acknowledgements acknowledgements = new Acknowledgements(records.size(), producers::shutDown);
        try {
            Producer<String, CloudEvent> producer = producers.createProducer();
            for (ProducerRecord<String, CloudEvent> record : records) {
                if (acknowledgements.haveFailed()) {
                    break;
                }
                producer.send(record, acknowledgements);
            }
        } catch (RuntimeException e) {
            acknowledgements.fail(e);
        }
        acknowledgements.await(patience);
    }
}
