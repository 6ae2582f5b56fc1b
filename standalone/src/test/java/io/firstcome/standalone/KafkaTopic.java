package io.firstcome.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the coupon topic as a consumer of another team would: plain JSON. */
final class KafkaTopic {

    private static final String TOPIC = "firstcome.coupon";
    private static final JsonMapper JSON = new JsonMapper();

    private KafkaTopic() {}

    /** The data of all messages of that key and type, from the first to the newest, in the topic's order. */
    static List<JsonNode> read(String bootstrapServers, String key, String type) {
        List<JsonNode> data = new ArrayList<>();
        for (JsonNode event : events(bootstrapServers, key)) {
            if (event.get("type").asString().contains(type)) {
                data.add(event.get("data"));
            }
        }
        return data;
    }

    /** All messages of that key as CloudEvents. */
    static List<JsonNode> events(String bootstrapServers, String key) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrapServers);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                    .toList();
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<JsonNode> events = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < end.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(500))) {
                    if (key.equals(message.key())) {
                        events.add(JSON.readTree(message.value()));
                    }
                }
            }
            return events;
        }
    }
}
