package io.firstcome.embedded;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import kafka.server.KafkaConfig;
import kafka.server.StandardFaultHandlerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kafka broker with its controller as a process of its own: {@code java … io.firstcome.embedded.KafkaBroker FILE},
 * where the file has the properties that differ from those of a small broker, {@code node.id} and {@code log.dirs} (one
 * directory) among them. The directory is formatted when it is new. SIGTERM stops it.
 */
public final class KafkaBroker {
    private static final Logger log = LoggerFactory.getLogger(KafkaBroker.class);

    /** When all brokers stop at a time, the last ones have no controller to ask. */
    private static final Duration HAND_OVER = Duration.ofSeconds(5);

    private KafkaBroker() {}

    /** Runs until it is told to stop. A fault that it can't survive ends the JVM. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("The file with the broker's properties is needed");
        }
        KafkaConfig config = new KafkaConfig(settings(Path.of(arguments[0])), false);
        KafkaDirectory.format(Path.of(config.logDirs().getFirst()), config.nodeId());
        KafkaNode node = new KafkaNode(config, new StandardFaultHandlerFactory());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> node.stop(HAND_OVER), "stop"));
        try {
            node.start();
        } catch (RuntimeException e) {
            log.error("The broker does not start", e);
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static Map<String, Object> settings(Path file) throws IOException {
        Properties given = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            given.load(reader);
        }
        Map<String, Object> settings = new HashMap<>(KafkaSettings.SMALL);
        given.forEach((name, value) -> settings.put(name.toString(), value));
        return settings;
    }
}
