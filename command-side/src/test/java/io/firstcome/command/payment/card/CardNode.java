package io.firstcome.command.payment.card;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.zaxxer.hikari.HikariDataSource;
import io.firstcome.axon.MessageOrigin;
import io.firstcome.axon.cache.CaffeineAggregateCache;
import io.firstcome.axon.commandbus.AggregateMemory;
import io.firstcome.axon.commandbus.GroupCommitCommandBus;
import io.firstcome.axon.commandbus.GroupCommitSettings;
import io.firstcome.axon.commandbus.NotifyingEventStore;
import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.axon.eventstore.MySqlEventStorageEngine;
import io.firstcome.axon.idempotency.IdempotencyStore;
import io.firstcome.axon.processors.ProcessDatabase;
import io.firstcome.axon.schedule.ScheduleConfiguration;
import io.firstcome.axon.serialization.Serializers;
import io.firstcome.axon.tail.EventTail;
import io.firstcome.command.AggregateRegistrar;
import io.firstcome.command.payment.api.CardRequests;
import io.firstcome.command.payment.api.GatewayWebhooks;
import io.firstcome.command.payment.api.PaymentCommand;
import io.firstcome.command.payment.card.InjectedCrashes.Point;
import io.firstcome.command.payment.domain.Payment;
import io.firstcome.command.payment.gateway.CardGateway;
import io.firstcome.embedded.TestServers;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.gateway.SimulatorSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.caching.NoCache;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A process with payments, the card worker and the scheduler, on a real database; the gateway is elsewhere. */
final class CardNode implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final InjectedCrashes faults;
    private final MySqlEventStorageEngine engine;
    private final GroupCommitCommandBus bus;
    private final Configuration axon;
    private final EventStoreDatabase database;

    CardNode(String databaseUrl, String gatewayUrl, Clock clock, InjectedCrashes faults, Map<String, Object> settings) {
        this.faults = faults;
        database = database(databaseUrl);
        database.migrate();
        MeterRegistry metrics = new SimpleMeterRegistry();
        engine = MySqlEventStorageEngine.create(
                database,
                Serializers.forEvents(),
                Serializers.forSnapshots(List.of()),
                NoOpEventUpcaster.INSTANCE,
                SnapshotFilter.allowAll(),
                100);
        bus = new GroupCommitCommandBus(
                new GroupCommitSettings(2, 256, 1_000, Duration.ofSeconds(10)),
                database.transactionManager(),
                new IdempotencyStore(database.dataSource(), InstantSource.system()),
                Serializers.forEvents(),
                metrics,
                new AggregateMemory(engine, new CaffeineAggregateCache(1)));
        axon = axon();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        bus.registerDispatchInterceptor(messages -> (index, message) -> {
            crashing(message.getPayload(), Point.BEFORE_THE_COMMAND);
            return message;
        });
        bus.start();
        Map<String, Object> all = new HashMap<>(Map.of(
                "firstcome.gateway.url", gatewayUrl,
                "firstcome.gateway.secret-key", SimulatorSettings.TEST_KEY,
                "firstcome.gateway.connect-timeout", "1s",
                "firstcome.gateway.read-timeout", "1500ms",
                "firstcome.gateway.open-circuit", "200ms",
                "firstcome.gateway.ask-first", "50ms",
                "firstcome.gateway.ask-longest", "200ms",
                "firstcome.schedule.poll-interval", "20ms",
                "firstcome.schedule.heartbeat", "300ms"));
        all.putAll(settings);
        start(all, metrics, clock, databaseUrl);
    }

    private void start(Map<String, Object> settings, MeterRegistry metrics, Clock clock, String url) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.registerBean(HikariDataSource.class, () -> dataSource(url));
        context.registerBean(MeterRegistry.class, () -> metrics);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Serializer.class, Serializers::general);
        context.registerBean(EventStoreDatabase.class, () -> database);
        context.registerBean(CommandBus.class, () -> bus);
        context.registerBean(Configuration.class, () -> axon);
        context.registerBean("faults", BeanPostProcessor.class, () -> new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof CardGateway gateway ? faults.around(gateway) : bean;
            }
        });
        context.register(ScheduleConfiguration.class, CardConfiguration.class);
        context.refresh();
    }

    private static EventStoreDatabase database(String url) {
        return new EventStoreDatabase(
                url, TestServers.database().username(), TestServers.database().password(), 6, Duration.ofSeconds(10));
    }

    private static HikariDataSource dataSource(String url) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(url);
        dataSource.setUsername(TestServers.database().username());
        dataSource.setPassword(TestServers.database().password());
        return dataSource;
    }

    private Configuration axon() {
        return DefaultConfigurer.defaultConfiguration()
                .configureCommandBus(c -> bus)
                .configureSerializer(c -> Serializers.general())
                .configureEventSerializer(c -> Serializers.forEvents())
                .configureEventStore(c -> new NotifyingEventStore(
                        EmbeddedEventStore.builder().storageEngine(engine), new EventTail(engine)))
                .configureTransactionManager(c -> database.transactionManager())
                .configureCorrelationDataProviders(c -> List.of(new MessageOrigin()))
                .configureAggregate(AggregateRegistrar.configuration(
                        Payment.class, NoCache.INSTANCE, NoSnapshotTriggerDefinition.INSTANCE))
                .start();
    }

    private void crashing(Object command, Point point) {
        if (command instanceof PaymentCommand
                && Thread.currentThread().getName().startsWith("task-")) {
            faults.at(point);
        }
    }

    /** Sends a command as a process does and waits for it. */
    void send(PaymentCommand command) {
        CompletableFuture<CommandResultMessage<?>> answer = new CompletableFuture<>();
        bus.dispatch(new GenericCommandMessage<Object>(command), (sent, result) -> answer.complete(result));
        if (answer.join().isExceptional()) {
            throw new AssertionError("refused", answer.join().exceptionResult());
        }
    }

    CardRequests cards() {
        return context.getBean(CardRequests.class);
    }

    GatewayWebhooks notices() {
        return context.getBean(GatewayWebhooks.class);
    }

    Scheduler scheduler() {
        return context.getBean(Scheduler.class);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(context.getBean(ProcessDatabase.class).transactions());
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(context.getBean(ProcessDatabase.class).dataSource());
    }

    MeterRegistry metrics() {
        return context.getBean(MeterRegistry.class);
    }

    /** What is stored of a payment, by the names of the events. */
    List<String> events(PaymentId id) {
        return messages(id).stream()
                .map(message -> message.getPayloadType().getSimpleName())
                .toList();
    }

    List<? extends DomainEventMessage<?>> messages(PaymentId id) {
        return engine.readEvents(id.toString()).asStream().toList();
    }

    /** How many tasks of the card worker there are. */
    int open() {
        Integer count = jdbc().queryForObject(
                        "SELECT COUNT(*) FROM scheduled_task WHERE task_name LIKE 'card-%'", Integer.class);
        return count == null ? 0 : count;
    }

    @Override
    public void close() {
        context.close();
        try {
            bus.stop(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        axon.shutdown();
        database.close();
    }
}
