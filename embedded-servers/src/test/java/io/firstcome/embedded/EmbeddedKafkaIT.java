package io.firstcome.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedKafkaIT {
    private static final String TOPIC = "firstcome.test";

    @Test
    void givenRecords_whenBrokerIsStoppedAndStarted_thenAllAreReadInOrder(@TempDir Path dir) throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(dir)) {
            kafka.createTopics(TOPIC);
            kafka.createTopics(TOPIC, "firstcome.other");
            produce(kafka, "first");

            kafka.stop();
            kafka.start();
            produce(kafka, "second");

            assertThat(consume(kafka, 2)).containsExactly("first", "second");
        }
        try (EmbeddedKafka kafka = EmbeddedKafka.start(dir)) {
            assertThat(consume(kafka, 2)).containsExactly("first", "second");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka.port", "controller.port"})
    void givenAPortThatIsTaken_whenStarted_thenItSaysSoAndStartsWhenItIsFree(String which, @TempDir Path dir)
            throws Exception {
        EmbeddedKafka kafka = EmbeddedKafka.at(dir);
        int port = Integer.parseInt(Files.readString(dir.resolve(which)));
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(kafka::start)
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .hasMessageContaining("Address already in use");
        }
        try (kafka) {
            kafka.start();
            kafka.createTopics(TOPIC);
            produce(kafka, "first");

            assertThat(consume(kafka, 1)).containsExactly("first");
        }
    }

    @Test
    void givenAForeignDirectory_whenStarted_thenItSaysWhatIsWrong(@TempDir Path dir) throws Exception {
        EmbeddedKafka.start(dir).close();
        Files.writeString(dir.resolve("data/meta.properties"), "rubbish");

        try (EmbeddedKafka kafka = EmbeddedKafka.at(dir)) {
            assertThatThrownBy(kafka::start)
                    .isInstanceOf(EmbeddedServerException.class)
                    .hasMessageContaining("node ID not found in " + dir);
        }
    }

    private static void produce(EmbeddedKafka kafka, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            assertThat(producer.send(new ProducerRecord<>(TOPIC, "key", value))
                            .get(30, TimeUnit.SECONDS)
                            .hasOffset())
                    .isTrue();
        }
    }

    private static List<String> consume(EmbeddedKafka kafka, int count) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            consumer.seekToBeginning(consumer.assignment());
            long limit = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (values.size() < count && System.nanoTime() < limit) {
                for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofMillis(200))) {
                    values.add(found.value());
                }
            }
        }
        return values;
    }
}
