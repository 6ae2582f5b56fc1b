package io.firstcome.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;

/**
 * Sends failed events to the retry topic or to the dead-letter topic, with headers that say why.
 *
 * <p>First it notes that the event is held, then it sends, then the listener's offset moves on. After a crash in between, the event
 * comes again from where it was; at worst it is on the topic twice, which the inbox takes care of.
 */
@Component
class FailedEvents implements ConsumerRecordRecoverer {

    /** Where the record was first: topic, partition and offset. */
    static final String ORIGIN = "origin";

    static final String REASON = "reason";
    static final String ERROR = "error";
    static final String FAILED_AT = "failed-at";

    private final MailerProperties properties;
    private final KafkaTemplate<String, String> kafka;
    private final Inbox inbox;

    FailedEvents(MailerProperties properties, KafkaTemplate<String, String> kafka, Inbox inbox) {
        this.properties = properties;
        this.kafka = kafka;
        this.inbox = inbox;
    }

    @Override
    @SuppressWarnings("unchecked") // the listeners read strings
    public void accept(ConsumerRecord<?, ?> failed, Exception exception) {
        ConsumerRecord<String, String> record = (ConsumerRecord<String, String>) failed;
        Throwable error = thrownByListener(exception);
        boolean dead = isDead(record, error);
        ProducerRecord<String, String> copy =
                copy(record, dead ? properties.deadLetterTopic() : properties.retryTopic());
        add(copy, REASON, String.valueOf(error.getMessage()));
        add(copy, ERROR, error.getClass().getName());
        add(copy, FAILED_AT, Instant.now().toString());
        if (!(error instanceof UnreadableEventException)) {
            inbox.hold(Event.read(record), dead);
        }
        kafka.send(copy).join();
    }

    private boolean isDead(ConsumerRecord<String, String> record, Throwable error) {
        return switch (error) {
            case UnreadableEventException _ -> true;
            case EarlierEventHeldException waiting -> waiting.isBehindDeadLetter();
            default -> record.topic().equals(properties.retryTopic());
        };
    }

    private static Throwable thrownByListener(Throwable error) {
        Throwable cause = error.getCause();
        return error instanceof KafkaException && cause != null ? thrownByListener(cause) : error;
    }

    /** The same key and value for another topic. The key chooses the partition, so that events of one key stay in order. */
    static ProducerRecord<String, String> copy(ConsumerRecord<String, String> record, String topic) {
        ProducerRecord<String, String> copy = new ProducerRecord<>(topic, record.key(), record.value());
        Header origin = record.headers().lastHeader(ORIGIN);
        if (origin == null) {
            add(copy, ORIGIN, record.topic() + "-" + record.partition() + "@" + record.offset());
        } else {
            copy.headers().add(origin);
        }
        return copy;
    }

    private static void add(ProducerRecord<String, String> record, String header, String value) {
        record.headers().add(header, value.getBytes(UTF_8));
    }
}
