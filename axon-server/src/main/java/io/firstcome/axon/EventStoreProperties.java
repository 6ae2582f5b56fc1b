package io.firstcome.axon;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the event store and the command bus, {@code firstcome.event-store.*}.
 *
 * @param lanes batches handled at a time
 * @param maxBatch commands that share a commit at most; 1 switches group commit off
 * @param laneCapacity commands that wait in one lane at most
 * @param maxWait the longest wait of a command in its lane
 * @param standingRefusals aggregates of which it is known, before a lane, what they refuse as they stand; 0: none
 * @param statementTimeout how long the database may leave a statement unanswered
 * @param readers connections for readers, beside one for each lane
 * @param readBatch events that a reader fetches at a time
 * @param cachedAggregates aggregates kept in memory at most
 * @param snapshotEvery the least events between two snapshots of an aggregate
 * @param startWait how long is waited for a database that does not answer when the process starts
 */
@ConfigurationProperties("firstcome.event-store")
public record EventStoreProperties(
        @DefaultValue("2") int lanes,
        @DefaultValue("512") int maxBatch,
        @DefaultValue("8192") int laneCapacity,
        @DefaultValue("3s") Duration maxWait,
        @DefaultValue("1000") int standingRefusals,
        @DefaultValue("6s") Duration statementTimeout,
        @DefaultValue("8") int readers,
        @DefaultValue("1000") int readBatch,
        @DefaultValue("100000") int cachedAggregates,
        @DefaultValue("5000") int snapshotEvery,
        @DefaultValue("60s") Duration startWait) {}
