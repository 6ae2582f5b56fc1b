// Prints a topic from its beginning: key, then value. Started from the source, with the libraries of a built project:
//   java -cp 'standalone/target/lib/*' docs/examples/ReadTopic.java 127.0.0.1:PORT firstcome.coupon
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

void main(String[] arguments) {
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
    if (arguments.length != 2) {
        IO.println("Give the address of a broker and the name of a topic");
        return;
    }
    Map<String, Object> settings = Map.of("bootstrap.servers", arguments[0]);
    try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
        var partitions = consumer.partitionsFor(arguments[1]).stream()
                .map(info -> new org.apache.kafka.common.TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            consumer.poll(Duration.ofSeconds(1)).forEach(record -> IO.println(record.key() + " " + record.value()));
        }
    }
}
