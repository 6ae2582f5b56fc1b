package io.firstcome.query.bridge;

import io.cloudevents.core.message.Encoding;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.CloudEventSerializer;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code firstcome.kafka.*}. Without {@code bootstrap-servers} there is no bridge.
 *
 * @param partitions of a topic that the bridge creates
 * @param replication of a topic that the bridge creates; 3 in production
 * @param client further settings of Kafka's clients, by their own names
 */
@ConfigurationProperties("firstcome.kafka")
record KafkaProperties(
        String bootstrapServers,
        @DefaultValue("3") int partitions,
        @DefaultValue("1") short replication,
        @DefaultValue Map<String, String> client) {

    static final int DELIVERY_TIMEOUT_MS = 10_000;

    /** A CloudEvent is one JSON object, the value of the record: any consumer can read it without a library. */
    static final Map<String, Object> STRUCTURED = Map.of(
            CloudEventSerializer.ENCODING_CONFIG, Encoding.STRUCTURED,
            CloudEventSerializer.EVENT_FORMAT_CONFIG, JsonFormat.CONTENT_TYPE);

    /** What producer and admin client have in common. */
    Map<String, Object> common() {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.putIfAbsent(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }

    /** Durable, idempotent, in order; and it gives up in time, so that the batch is tried again from its start. */
    Map<String, Object> producer() {
        Map<String, Object> settings = common();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // A new topic's first record can be refused while its leader is not ready; a later one in flight behind it
        // would then be taken before it, and the broker would call the first one out of order.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        // All that one batch of events has for a topic in one request; Kafka's 16 kB are some twenty events.
        settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 512 * 1024);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, CloudEventSerializer.class);
        settings.putAll(STRUCTURED);
        return settings;
    }
}
