package io.firstcome.consumer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Puts the dead letters back into the retry topic, in their order, when what they failed with has been repaired.
 *
 * <p>How far it is, is the offset of a consumer group; after a crash it may put some back twice, which the inbox takes care of.
 */
@Component
class Redrive {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final MailerProperties properties;
    private final ConsumerFactory<String, String> consumers;
    private final KafkaTemplate<String, String> kafka;
    private final Inbox inbox;

    Redrive(
            MailerProperties properties,
            ConsumerFactory<String, String> consumers,
            KafkaTemplate<String, String> kafka,
            Inbox inbox) {
        this.properties = properties;
        this.consumers = consumers;
        this.kafka = kafka;
        this.inbox = inbox;
    }

    /** Puts back what is there now and has not been put back before; returns how many that are. */
    int run() {
        int letters = 0;
        try (Consumer<String, String> consumer =
                consumers.createConsumer(properties.deadLetterTopic() + ".redrive", "")) {
            List<TopicPartition> partitions = consumer.partitionsFor(properties.deadLetterTopic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, String> letter : consumer.poll(POLL)) {
                    putBack(letter);
                    letters++;
                }
                consumer.commitSync();
            }
        }
        return letters;
    }

    private void putBack(ConsumerRecord<String, String> letter) {
        try {
            inbox.revive(Event.read(letter));
        } catch (UnreadableEventException e) {
            // It holds nothing up; perhaps it can be read by now, where it is going to.
        }
        kafka.send(FailedEvents.copy(letter, properties.retryTopic())).join();
    }
}
