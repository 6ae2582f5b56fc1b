package io.firstcome.benchmarks.baseline;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.firstcome.axon.cache.CaffeineAggregateCache;
import io.firstcome.axon.serialization.Serializers;
import io.firstcome.command.AggregateRegistrar;
import io.firstcome.command.coupon.domain.Coupon;
import io.firstcome.command.coupon.domain.CouponSnapshotModule;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.MySqlEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Axon Framework with its own command bus, its own JDBC engine and its own lock for each aggregate.
 *
 * <p>What a good team would add is there: an aggregate cache, snapshots, a pool without autocommit, our serializers. There are no
 * projections, so that all of the machine is for commands.
 */
final class StockAxon implements AutoCloseable {

    private static final int SNAPSHOT_EVERY = 500;
    private static final int POOL = 24;

    private final HikariDataSource dataSource;
    private final ExecutorService snapshots;
    private final Configuration axon;

    private StockAxon(HikariDataSource dataSource, ExecutorService snapshots, Configuration axon) {
        this.dataSource = dataSource;
        this.snapshots = snapshots;
        this.axon = axon;
    }

    static StockAxon start(String url, String username, String password, int cachedAggregates) {
        HikariDataSource dataSource = pool(url, username, password);
        SpringTransactionManager transactions =
                new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
        Serializer events = Serializers.forEvents();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(
                        new SpringDataSourceConnectionProvider(dataSource)))
                .transactionManager(transactions)
                .eventSerializer(events)
                .snapshotSerializer(Serializers.forSnapshots(List.of(new CouponSnapshotModule())))
                .build();
        engine.createSchema(new RoomyTables());
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        ExecutorService executor = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("snapshots").factory());
        AggregateSnapshotter snapshotter = AggregateSnapshotter.builder()
                .eventStore(store)
                .transactionManager(transactions)
                .executor(executor)
                .aggregateFactories(new GenericAggregateFactory<>(Coupon.class))
                .build();
        Configuration axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> Serializers.general())
                .configureEventSerializer(configuration -> events)
                .configureTransactionManager(configuration -> transactions)
                .configureEventStore(configuration -> store)
                .configureCommandBus(configuration -> SimpleCommandBus.builder()
                        .transactionManager(transactions)
                        .build())
                .configureAggregate(AggregateRegistrar.configuration(
                        Coupon.class,
                        new CaffeineAggregateCache(cachedAggregates),
                        new EventCountSnapshotTriggerDefinition(snapshotter, SNAPSHOT_EVERY)))
                .start();
        return new StockAxon(dataSource, executor, axon);
    }

    CommandGateway commands() {
        return axon.commandGateway();
    }

    EventStore events() {
        return axon.eventStore();
    }

    private static HikariDataSource pool(String url, String username, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(username);
        config.setPassword(password);
        config.setMaximumPoolSize(POOL);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    /** A BLOB ends at 64 KB, which a snapshot of many holders exceeds. */
    private static final class RoomyTables extends MySqlEventTableFactory {

        @Override
        protected String payloadType() {
            return "longblob";
        }
    }

    @Override
    public void close() {
        axon.shutdown();
        snapshots.shutdown();
        dataSource.close();
    }
}
