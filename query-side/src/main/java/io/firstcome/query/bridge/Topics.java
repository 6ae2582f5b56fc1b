package io.firstcome.query.bridge;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics before something is sent to them. */
final class Topics {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final KafkaProperties properties;
    private final Set<String> existing = ConcurrentHashMap.newKeySet();

    Topics(KafkaProperties properties) {
        this.properties = properties;
    }

    /**
     * Returns when there is a topic of that name.
     *
     * @throws KafkaException when Kafka does not answer; it may be called again
     */
    void ensure(String topic) {
        if (!existing.contains(topic)) {
            create(topic);
            existing.add(topic);
        }
    }

    private void create(String topic) {
        NewTopic wanted = new NewTopic(topic, properties.partitions(), properties.replication());
        try (Admin admin = Admin.create(properties.common())) {
            Sender.await(admin.createTopics(List.of(wanted)).all(), TIMEOUT, "create topic " + topic);
        } catch (KafkaException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
