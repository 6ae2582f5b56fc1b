package io.firstcome.axon;

import io.firstcome.axon.cache.CaffeineAggregateCache;
import io.firstcome.axon.commandbus.AggregateMemory;
import io.firstcome.axon.commandbus.GroupCommitCommandBus;
import io.firstcome.axon.commandbus.GroupCommitSettings;
import io.firstcome.axon.commandbus.NotifyingEventStore;
import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.axon.eventstore.GatheringSnapshotter;
import io.firstcome.axon.eventstore.GrowingSnapshotTriggerDefinition;
import io.firstcome.axon.eventstore.MySqlEventStorageEngine;
import io.firstcome.axon.eventstore.StoredEvents;
import io.firstcome.axon.idempotency.IdempotencyStore;
import io.firstcome.axon.processors.BackgroundThreads;
import io.firstcome.axon.serialization.Serializers;
import io.firstcome.axon.tail.EventTail;
import io.firstcome.axon.upcasting.Upcasters;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositoryProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JacksonModule;

/** The event store, the command bus and the serializers as Spring beans. Both sides import it. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventStoreProperties.class)
@Import(TokenStoreConfiguration.class)
@PropertySource("classpath:io/firstcome/axon/axon.properties")
public class EventStoreConfiguration {

    @Bean
    static DatabaseStartCheck databaseStartCheck(Environment environment) {
        return new DatabaseStartCheck(environment);
    }

    /** As precise as what is stored, so that an answer and the event say the same. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    @Bean(destroyMethod = "close")
    EventStoreDatabase eventStoreDatabase(
            EventStoreProperties properties,
            MeterRegistry metrics,
            @Value("${firstcome.event-store.url:${spring.datasource.url}}") String url,
            @Value("${firstcome.event-store.username:${spring.datasource.username}}") String username,
            @Value("${firstcome.event-store.password:${spring.datasource.password:}}") String password) {
        EventStoreDatabase database = new EventStoreDatabase(
                url, username, password, properties.lanes() + properties.readers(), properties.statementTimeout());
        database.meter(metrics);
        database.migrate();
        return database;
    }

    @Bean
    @Primary
    Serializer serializer() {
        return Serializers.general();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return Serializers.general();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return Serializers.forEvents();
    }

    @Bean
    MySqlEventStorageEngine eventStorageEngine(
            EventStoreDatabase database,
            EventStoreProperties properties,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            ObjectProvider<JacksonModule> snapshotModules,
            Configuration configuration) {
        return MySqlEventStorageEngine.create(
                database,
                eventSerializer,
                Serializers.forSnapshots(snapshotModules.stream().toList()),
                configuration.upcasterChain(),
                configuration.snapshotFilter(),
                properties.readBatch());
    }

    /** Axon collects the upcasters among the beans: they are in {@code configuration.upcasterChain()}. */
    @Bean
    EventUpcaster eventUpcasters() {
        return Upcasters.chain();
    }

    @Bean(destroyMethod = "close")
    EventTail eventTail(MySqlEventStorageEngine engine) {
        return new EventTail(engine);
    }

    @Bean
    StoredEvents storedEvents(
            EventStoreDatabase database,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            Configuration configuration) {
        return new StoredEvents(database, eventSerializer, configuration.upcasterChain());
    }

    @Bean
    @Qualifier("eventStore")
    EmbeddedEventStore eventBus(EventStorageEngine engine, EventTail tail, Configuration configuration) {
        return new NotifyingEventStore(
                EmbeddedEventStore.builder()
                        .storageEngine(engine)
                        .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore")),
                tail);
    }

    @Bean
    CorrelationDataProvider messageOrigin() {
        return new MessageOrigin();
    }

    @Bean
    IdempotencyStore idempotencyStore(EventStoreDatabase database, Clock clock) {
        return new IdempotencyStore(database.dataSource(), clock);
    }

    @Bean
    GroupCommitCommandBus commandBus(
            EventStoreDatabase database,
            EventStoreProperties properties,
            IdempotencyStore idempotency,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            MeterRegistry metrics,
            AggregateMemory aggregates,
            Configuration configuration) {
        GroupCommitCommandBus bus = new GroupCommitCommandBus(
                new GroupCommitSettings(
                        properties.lanes(),
                        properties.maxBatch(),
                        properties.laneCapacity(),
                        properties.maxWait(),
                        properties.standingRefusals()),
                database.transactionManager(),
                idempotency,
                eventSerializer,
                metrics,
                aggregates);
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(configuration.correlationDataProviders()));
        return bus;
    }

    /** Axon looks for one among the beans before it makes its own. */
    @Bean
    CommandTargetResolver commandTargets() {
        return new CommandTargets();
    }

    @Bean
    CommandLanes commandLanes(GroupCommitCommandBus bus, EventStoreDatabase database, IdempotencyStore idempotency) {
        return new CommandLanes(bus, database, idempotency);
    }

    @Bean
    CaffeineAggregateCache aggregateCache(EventStoreProperties properties) {
        return new CaffeineAggregateCache(properties.cachedAggregates());
    }

    @Bean
    AggregateMemory aggregateMemory(MySqlEventStorageEngine engine, CaffeineAggregateCache cache) {
        return new AggregateMemory(engine, cache);
    }

    /** One thread, so that snapshots never take more than one core from the commands. */
    @Bean(destroyMethod = "close")
    @Qualifier("snapshots")
    ExecutorService snapshotExecutor() {
        return Executors.newSingleThreadExecutor(BackgroundThreads.later("snapshots"));
    }

    @Bean
    GatheringSnapshotter aggregateSnapshotter(
            EventStoreDatabase database,
            MySqlEventStorageEngine engine,
            ObjectProvider<Configuration> configuration,
            ObjectProvider<AggregateFactory<?>> factories,
            HandlerDefinition handlerDefinition,
            ParameterResolverFactory parameterResolverFactory,
            EventStore eventStore,
            @Qualifier("snapshots") ExecutorService executor) {
        AggregateSnapshotter.Builder settings = AggregateSnapshotter.builder()
                .repositoryProvider(new RepositoryProvider() {
                    @Override
                    public <T> Repository<T> repositoryFor(Class<T> type) {
                        return configuration.getObject().repository(type);
                    }
                })
                .aggregateFactories(factories.stream().toList())
                .parameterResolverFactory(parameterResolverFactory)
                .handlerDefinition(handlerDefinition)
                .eventStore(eventStore)
                .transactionManager(database.transactionManager())
                .executor(executor);
        return new GatheringSnapshotter(settings, engine, database.transactionManager(), executor);
    }

    @Bean
    SnapshotTriggerDefinition snapshotTrigger(
            @Lazy Snapshotter snapshotter,
            ObjectProvider<GatheringSnapshotter> gathering,
            EventStoreProperties properties) {
        return new GrowingSnapshotTriggerDefinition(
                snapshotter,
                properties.snapshotEvery(),
                (type, aggregateId) -> gathering.getObject().gather(type, aggregateId));
    }

    /** What the command gateway and Axon's own configuration look for. */
    @Bean
    org.axonframework.config.ConfigurerModule commandBusConfigurer(ObjectProvider<CommandBus> commandBus) {
        return configurer -> configurer.configureCommandBus(configuration -> commandBus.getObject());
    }
}
