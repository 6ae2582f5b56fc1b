package io.firstcome.query.bridge;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics before something is sent to them. */
final class Topics {

    private static final int PATIENCE_SECONDS = 5;

    private final KafkaProperties properties;
    private final Set<String> there = ConcurrentHashMap.newKeySet();

    Topics(KafkaProperties properties) {
        this.properties = properties;
    }

    /**
     * Returns when there is a topic of that name.
     *
     * @throws KafkaException when Kafka does not answer; it may be called again
     */
    void ensure(String topic) {
        if (!there.contains(topic)) {
            create(topic);
            there.add(topic);
        }
    }

    private void create(String topic) {
        NewTopic wanted = new NewTopic(topic, properties.partitions(), properties.replication());
        try (Admin admin = Admin.create(properties.common())) {
            admin.createTopics(List.of(wanted)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("Cannot create topic " + topic, e.getCause());
            }
        } catch (TimeoutException e) {
            throw new KafkaException("Cannot create topic " + topic + " in time", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
