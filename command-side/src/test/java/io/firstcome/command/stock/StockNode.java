package io.firstcome.command.stock;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.firstcome.axon.cache.CaffeineAggregateCache;
import io.firstcome.axon.commandbus.AggregateMemory;
import io.firstcome.axon.commandbus.GroupCommitCommandBus;
import io.firstcome.axon.commandbus.GroupCommitSettings;
import io.firstcome.axon.commandbus.NotifyingEventStore;
import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.axon.eventstore.GrowingSnapshotTriggerDefinition;
import io.firstcome.axon.eventstore.MySqlEventStorageEngine;
import io.firstcome.axon.idempotency.IdempotencyStore;
import io.firstcome.axon.serialization.Serializers;
import io.firstcome.axon.tail.EventTail;
import io.firstcome.command.AggregateRegistrar;
import io.firstcome.command.stock.api.StockCommand;
import io.firstcome.command.stock.domain.KeyNumbersModule;
import io.firstcome.command.stock.domain.Stock;
import io.firstcome.embedded.TestServers;
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.jdbc.core.JdbcTemplate;

/** A command node without Spring: stocks on our bus over our store. Two of them on one database are two processes. */
final class StockNode implements AutoCloseable {

    private static final int SNAPSHOT_EVERY = 100;

    final GroupCommitCommandBus bus;
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    private final EventStoreDatabase database;
    private final Configuration configuration;
    private final Class<?> aggregate;

    static String freshDatabase() {
        return TestServers.database().freshDatabase();
    }

    /** A node of the stock as it is. */
    StockNode(String url) {
        this(url, SnapshotFilter.allowAll());
    }

    /** @param snapshots which of the stored ones are used */
    StockNode(String url, SnapshotFilter snapshots) {
        this(
                url,
                snapshots,
                Stock.class,
                (cache, trigger) -> AggregateRegistrar.configuration(Stock.class, cache, trigger));
    }

    /** How an aggregate is configured with its cache and its snapshots. */
    interface Aggregates {
        AggregateConfiguration<?> configuration(
                CaffeineAggregateCache cache, GrowingSnapshotTriggerDefinition snapshots);
    }

    StockNode(String url, SnapshotFilter snapshots, Class<?> aggregate, Aggregates aggregates) {
        this.aggregate = aggregate;
        database = new EventStoreDatabase(
                url, TestServers.database().username(), TestServers.database().password(), 8, Duration.ofSeconds(10));
        database.migrate();
        Serializer events = Serializers.forEvents();
        MySqlEventStorageEngine engine = MySqlEventStorageEngine.create(
                database,
                events,
                Serializers.forSnapshots(List.of(new KeyNumbersModule())),
                NoOpEventUpcaster.INSTANCE,
                snapshots,
                100);
        CaffeineAggregateCache cache = new CaffeineAggregateCache(1_000);
        bus = new GroupCommitCommandBus(
                new GroupCommitSettings(2, 256, 4_096, Duration.ofSeconds(20)),
                database.transactionManager(),
                new IdempotencyStore(database.dataSource(), InstantSource.system()),
                events,
                metrics,
                new AggregateMemory(engine, cache));
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureCommandBus(c -> bus)
                .configureSerializer(c -> Serializers.general())
                .configureEventSerializer(c -> events)
                .configureEventStore(c -> new NotifyingEventStore(
                        EmbeddedEventStore.builder().storageEngine(engine), new EventTail(engine)))
                .configureTransactionManager(c -> database.transactionManager());
        Configuration[] started = new Configuration[1];
        configurer.onInitialize(c -> started[0] = c);
        configurer.configureAggregate(aggregates.configuration(
                cache,
                new GrowingSnapshotTriggerDefinition(
                        (type, id) -> started[0].snapshotter().scheduleSnapshot(type, id), SNAPSHOT_EVERY)));
        configuration = configurer.start();
        bus.start();
    }

    CompletableFuture<CommandResultMessage<?>> send(StockCommand command) {
        CompletableFuture<CommandResultMessage<?>> answer = new CompletableFuture<>();
        bus.dispatch(new GenericCommandMessage<Object>(command, Map.of()), (sent, result) -> answer.complete(result));
        return answer;
    }

    /** Sends all at once and waits for them; a fault of one is thrown. */
    void sendAll(List<? extends StockCommand> commands) {
        List<CompletableFuture<CommandResultMessage<?>>> answers =
                commands.stream().map(this::send).toList();
        for (CompletableFuture<CommandResultMessage<?>> answer : answers) {
            CommandResultMessage<?> result = answer.orTimeout(20, SECONDS).join();
            if (result.isExceptional()) {
                throw new AssertionError("A command failed", result.exceptionResult());
            }
        }
    }

    EventStore eventStore() {
        return configuration.eventStore();
    }

    List<StockEvent> eventsOf(StockId id) {
        return configuration
                .eventStore()
                .readEvents(id.toString(), 0)
                .asStream()
                .map(event -> (StockEvent) event.getPayload())
                .toList();
    }

    /** The aggregate's state, as this node knows or loads it. */
    Object stateOf(StockId id) {
        DefaultUnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
        try {
            return configuration.repository(aggregate).load(id.toString()).invoke(Function.identity());
        } finally {
            unitOfWork.rollback();
        }
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
        database.close();
    }
}
