package io.firstcome.embedded;

import static java.util.Map.entry;

import java.util.Map;

/** What a broker for one machine needs and what keeps it small; without names, ports and folders. */
final class KafkaSettings {
    static final Map<String, Object> SMALL = Map.ofEntries(
            entry("process.roles", "broker,controller"),
            entry("controller.listener.names", "CONTROLLER"),
            entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            entry("auto.create.topics.enable", "false"),
            // A consumer that was away, for however long, reads everything.
            entry("log.retention.ms", "-1"),
            entry("log.retention.bytes", "-1"),
            entry("log.segment.bytes", "67108864"),
            entry("log.index.size.max.bytes", "1048576"),
            entry("log.cleaner.threads", "1"),
            entry("log.cleaner.dedupe.buffer.size", "4194304"),
            entry("log.cleaner.io.buffer.size", "131072"),
            entry("num.partitions", "1"),
            entry("num.network.threads", "2"),
            entry("num.io.threads", "2"),
            entry("num.replica.fetchers", "1"),
            entry("background.threads", "2"),
            entry("default.replication.factor", "1"),
            entry("offsets.topic.num.partitions", "1"),
            entry("offsets.topic.replication.factor", "1"),
            entry("transaction.state.log.num.partitions", "1"),
            entry("transaction.state.log.replication.factor", "1"),
            entry("transaction.state.log.min.isr", "1"),
            entry("share.coordinator.state.topic.num.partitions", "1"),
            entry("share.coordinator.state.topic.replication.factor", "1"),
            entry("share.coordinator.state.topic.min.isr", "1"),
            entry("group.initial.rebalance.delay.ms", "0"));

    private KafkaSettings() {}
}
