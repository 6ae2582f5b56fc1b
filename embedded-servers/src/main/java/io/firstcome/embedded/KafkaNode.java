package io.firstcome.embedded;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.FaultHandlerFactory;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.apache.kafka.server.fault.FaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A broker and its controller, put together as {@link KafkaRaftServer} does it, but for what happens when one of them fails:
 * that one ends the JVM and tells the cause to nobody but the log.
 */
final class KafkaNode {
    private static final Logger log = LoggerFactory.getLogger(KafkaNode.class);

    /** Kafka's own. */
    private static final Duration HAND_OVER = Duration.ofMinutes(5);

    private final ControllerServer controller;
    private final BrokerServer broker;

    /** @throws RuntimeException when the directory is not one of this broker */
    KafkaNode(KafkaConfig config) {
        this(config, KafkaNode::faults);
    }

    KafkaNode(KafkaConfig config, FaultHandlerFactory faults) {
        var directories = KafkaRaftServer.initializeLogDirs(config, log, "");
        QuorumConfig quorum = config.quorumConfig();
        SharedServer shared = new SharedServer(
                config,
                directories._1(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(quorum.voters())),
                QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()),
                faults,
                ServerSocketFactory.INSTANCE);
        broker = new BrokerServer(shared);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), directories._2());
    }

    private static FaultHandler faults(String part, boolean fatal, Runnable action) {
        if (!fatal) {
            return new StandardFaultHandlerFactory().build(part, false, action);
        }
        return (message, cause) -> {
            action.run();
            log.error("The embedded Kafka has failed, {}: {}", part, message, cause);
            throw new EmbeddedServerException(part + ": " + message, cause);
        };
    }

    /** Starts both and returns when they serve. When that fails, neither runs. */
    void start() {
        try {
            controller.startup();
            broker.startup();
        } catch (RuntimeException e) {
            try {
                stop();
            } catch (RuntimeException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    void stop() {
        stop(HAND_OVER);
    }

    /** @param handOver how long the controllers may take to let the broker go */
    void stop(Duration handOver) {
        broker.shutdown(handOver);
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }
}
