package io.firstcome.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that the bridge has sent. */
final class KafkaLog {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration POLL = Duration.ofSeconds(1);

    private KafkaLog() {}

    /** The sequence numbers of each aggregate, in the order in which each came for the first time. */
    static Map<String, List<Long>> read(String servers) {
        Map<String, Set<Long>> sequences = new HashMap<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().startsWith("firstcome."))
                    .flatMap(topic -> topic.getValue().stream()
                            .map(partition -> new TopicPartition(topic.getKey(), partition.partition())))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(POLL).forEach(record -> {
                    JsonNode event = JSON.readTree(record.value());
                    String context = event.path("source").asString().replace("/firstcome/", "");
                    sequences
                            .computeIfAbsent(context + ":" + record.key(), first -> new LinkedHashSet<>())
                            .add(Long.valueOf(event.path("sequence").asString()));
                });
            }
        }
        Map<String, List<Long>> inOrder = new HashMap<>();
        sequences.forEach((aggregate, numbers) -> inOrder.put(aggregate, List.copyOf(numbers)));
        return inOrder;
    }
}
