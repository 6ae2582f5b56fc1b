package io.firstcome.axon.commandbus;

import io.firstcome.axon.cache.CaffeineAggregateCache;
import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.axon.eventstore.GatheringSnapshotter;
import io.firstcome.axon.eventstore.GrowingSnapshotTriggerDefinition;
import io.firstcome.axon.eventstore.MySqlEventStorageEngine;
import io.firstcome.axon.idempotency.IdempotencyStore;
import io.firstcome.axon.serialization.Serializers;
import io.firstcome.axon.tail.EventTail;
import io.firstcome.embedded.TestServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.jdbc.core.JdbcTemplate;

/** A command node without Spring: our bus over our store. Two of them on one database are two processes. */
final class CommandNode implements AutoCloseable {

    static final GroupCommitSettings SETTINGS = new GroupCommitSettings(2, 256, 1_000, Duration.ofSeconds(20));

    private static final int SNAPSHOT_EVERY = 100;

    final GroupCommitCommandBus bus;
    final EventStoreDatabase database;
    final IdempotencyStore idempotency;
    final MySqlEventStorageEngine engine;
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private final CaffeineAggregateCache aggregates = new CaffeineAggregateCache(1_000);
    private final ExecutorService snapshots =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final Configuration configuration;

    static String freshDatabase() {
        return TestServers.database().freshDatabase();
    }

    CommandNode(String url, GroupCommitSettings settings) {
        this(url, settings, InstantSource.system(), Duration.ofSeconds(10));
    }

    /** What a node knows of others. */
    @FunctionalInterface
    interface Memory {
        AggregateMemory over(MySqlEventStorageEngine engine, CaffeineAggregateCache cache);
    }

    CommandNode(String url, GroupCommitSettings settings, InstantSource clock, Duration statementTimeout) {
        this(url, settings, clock, statementTimeout, AggregateMemory::new);
    }

    CommandNode(
            String url, GroupCommitSettings settings, InstantSource clock, Duration statementTimeout, Memory memory) {
        database = new EventStoreDatabase(
                url, TestServers.database().username(), TestServers.database().password(), 8, statementTimeout);
        database.migrate();
        Serializer events = Serializers.forEvents();
        engine = MySqlEventStorageEngine.create(
                database,
                events,
                Serializers.forSnapshots(List.of()),
                NoOpEventUpcaster.INSTANCE,
                SnapshotFilter.allowAll(),
                100);
        idempotency = new IdempotencyStore(database.dataSource(), clock);
        bus = new GroupCommitCommandBus(
                settings, database.transactionManager(), idempotency, events, metrics, memory.over(engine, aggregates));
        configuration = DefaultConfigurer.defaultConfiguration()
                .configureCommandBus(c -> bus)
                .configureSerializer(c -> Serializers.general())
                .configureEventSerializer(c -> events)
                .configureEventStore(c -> new NotifyingEventStore(
                        EmbeddedEventStore.builder().storageEngine(engine), new EventTail(engine)))
                .configureTransactionManager(c -> database.transactionManager())
                .configureSnapshotter(this::snapshotter)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Ticket.class)
                        .configureCache(c -> aggregates)
                        .configureSnapshotTrigger(c -> new GrowingSnapshotTriggerDefinition(
                                c.snapshotter(), SNAPSHOT_EVERY, ((GatheringSnapshotter) c.snapshotter())::gather)))
                .start();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        bus.start();
    }

    private GatheringSnapshotter snapshotter(Configuration made) {
        AggregateSnapshotter.Builder settings = AggregateSnapshotter.builder()
                .aggregateFactories(new GenericAggregateFactory<>(Ticket.class))
                .eventStore(made.eventStore())
                .transactionManager(database.transactionManager())
                .executor(snapshots);
        return new GatheringSnapshotter(settings, engine, database.transactionManager(), snapshots);
    }

    CompletableFuture<CommandResultMessage<?>> send(Object command) {
        return send(command, Map.of());
    }

    CompletableFuture<CommandResultMessage<?>> send(Object command, Map<String, ?> metaData) {
        CompletableFuture<CommandResultMessage<?>> answer = new CompletableFuture<>();
        bus.dispatch(new GenericCommandMessage<Object>(command, metaData), (sent, result) -> answer.complete(result));
        return answer;
    }

    List<? extends DomainEventMessage<?>> eventsOf(String aggregateId) {
        return engine.readEvents(aggregateId).asStream().toList();
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(database.dataSource());
    }

    @Override
    public void close() {
        try {
            bus.stop(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        configuration.shutdown();
        snapshots.close();
        database.close();
    }
}
