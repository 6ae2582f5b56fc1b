package io.firstcome.command.payment.domain;

import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;

/** The way into this package: what Axon needs to know of the payment. */
public final class PaymentAggregate {

    private PaymentAggregate() {}

    /** The aggregate's configuration, cached and with snapshots. */
    public static AggregateConfiguration<?> configuration(Cache cache, SnapshotTriggerDefinition snapshots) {
        return AggregateConfigurer.defaultConfiguration(Payment.class)
                .configureCache(configuration -> cache)
                .configureSnapshotTrigger(configuration -> snapshots);
    }

    /** Makes the aggregate that the snapshotter fills. */
    public static AggregateFactory<?> factory() {
        return new GenericAggregateFactory<>(Payment.class);
    }

    /** The aggregate's type, for fixtures and the message catalogue. */
    public static Class<?> type() {
        return Payment.class;
    }
}
