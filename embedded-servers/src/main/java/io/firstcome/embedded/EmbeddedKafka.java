package io.firstcome.embedded;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka broker that is its own controller (KRaft), inside this JVM, on free ports of 127.0.0.1.
 *
 * <p>Records are kept for ever in the directory given at the start, and are there after a restart. Topics are not
 * created by being used: {@link #createTopics} does that.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final int NODE_ID = 1;

    private final Path logDir;
    private final int port;
    private final int controllerPort;
    private @Nullable KafkaNode server;

    private EmbeddedKafka(Path logDir, int port, int controllerPort) {
        this.logDir = logDir;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /** Chooses the ports; nothing runs before {@link #start()}. */
    public static EmbeddedKafka at(Path dir) {
        Path home = dir.toAbsolutePath().normalize();
        return new EmbeddedKafka(
                home.resolve("data"),
                FreePort.remembered(home.resolve("kafka.port")),
                FreePort.remembered(home.resolve("controller.port")));
    }

    /** {@link #at} and {@link #start()}. */
    public static EmbeddedKafka start(Path dir) {
        EmbeddedKafka kafka = at(dir);
        kafka.start();
        return kafka;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Creates those of these topics that are not there yet, with one partition each. */
    public void createTopics(String... names) {
        List<NewTopic> topics = Arrays.stream(names)
                .map(name -> new NewTopic(name, 1, (short) 1))
                .toList();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            for (var created : admin.createTopics(topics).values().values()) {
                awaitCreated(created.toCompletionStage().toCompletableFuture());
            }
        }
    }

    private static void awaitCreated(CompletableFuture<Void> created) {
        try {
            created.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new EmbeddedServerException("Cannot create a topic", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new EmbeddedServerException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedServerException("Interrupted while creating a topic", e);
        }
    }

    /**
     * Formats the directory if it is new, starts the broker and returns when it serves. Does nothing when it runs.
     *
     * @throws EmbeddedServerException when it does not start
     */
    public synchronized void start() {
        if (server == null) {
            KafkaExit.shieldJvm();
            KafkaDirectory.format(logDir, NODE_ID);
            try {
                KafkaNode starting = new KafkaNode(new KafkaConfig(settings(), false));
                starting.start();
                server = starting;
            } catch (RuntimeException e) {
                throw EmbeddedServerException.withReasons("The embedded Kafka does not start", e);
            }
        }
    }

    /** Stops the broker, as if it had been switched off for its clients; {@link #start()} brings it back. */
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(KafkaSettings.SMALL);
        settings.put("node.id", NODE_ID);
        settings.put("log.dirs", logDir.toString());
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        return settings;
    }
}
