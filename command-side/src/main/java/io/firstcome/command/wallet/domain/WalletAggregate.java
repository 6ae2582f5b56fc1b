package io.firstcome.command.wallet.domain;

import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import tools.jackson.databind.JacksonModule;

/** The way into this package: what Axon needs to know of the wallet. */
public final class WalletAggregate {

    private WalletAggregate() {}

    /** The aggregate's configuration, cached and with snapshots. */
    public static AggregateConfiguration<?> configuration(Cache cache, SnapshotTriggerDefinition snapshots) {
        return AggregateConfigurer.defaultConfiguration(Wallet.class)
                .configureCache(configuration -> cache)
                .configureSnapshotTrigger(configuration -> snapshots);
    }

    /** Makes the aggregate that the snapshotter fills. */
    public static AggregateFactory<?> factory() {
        return new GenericAggregateFactory<>(Wallet.class);
    }

    /** The aggregate's type, for fixtures and the message catalogue. */
    public static Class<?> type() {
        return Wallet.class;
    }

    /** How its state is written into a snapshot. */
    public static JacksonModule snapshotModule() {
        return new PaymentLedgerModule();
    }
}
