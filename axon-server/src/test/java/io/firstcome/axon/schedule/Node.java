package io.firstcome.axon.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.zaxxer.hikari.HikariDataSource;
import io.firstcome.axon.serialization.Serializers;
import io.firstcome.axon.store.EventStoreDatabase;
import io.firstcome.embedded.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One process with a scheduler. Two of them on one database are two processes. */
final class Node implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** @param sagas kept outside, because a saga outlives the process */
    Node(String url, SagaStore<Object> sagas, Map<String, Object> settings, Task<?>... tasks) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.registerBean(HikariDataSource.class, () -> dataSource(url));
        context.registerBean(
                PlatformTransactionManager.class,
                () -> new JdbcTransactionManager(context.getBean(HikariDataSource.class)));
        context.registerBean(MeterRegistry.class, () -> new SimpleMeterRegistry());
        context.registerBean(Serializer.class, Serializers::general);
        context.registerBean(EventStoreDatabase.class, () -> schema(url));
        context.registerBean(
                Configuration.class, () -> axon(context.getBeanProvider(DeadlineManager.class), sagas), definition -> {
                    definition.setInitMethodName("start");
                    definition.setDestroyMethodName("shutdown");
                });
        for (int i = 0; i < tasks.length; i++) {
            Task<?> task = tasks[i];
            context.registerBean("task" + i, Task.class, () -> task);
        }
        context.register(ScheduleConfiguration.class);
        context.refresh();
    }

    private static HikariDataSource dataSource(String url) {
        HikariDataSource dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(url);
        dataSource.setUsername(TestServers.mariaDb().username());
        dataSource.setPassword(TestServers.mariaDb().password());
        return dataSource;
    }

    private static EventStoreDatabase schema(String url) {
        EventStoreDatabase database = new EventStoreDatabase(
                url, TestServers.mariaDb().username(), TestServers.mariaDb().password(), 2, Duration.ofSeconds(10));
        database.migrate();
        return database;
    }

    private static Configuration axon(ObjectProvider<DeadlineManager> deadlines, SagaStore<Object> sagas) {
        DefaultConfigurer configurer = (DefaultConfigurer) DefaultConfigurer.defaultConfiguration()
                .configureSerializer(axon -> Serializers.general())
                .configureEmbeddedEventStore(axon -> new InMemoryEventStorageEngine())
                .registerComponent(DeadlineManager.class, axon -> deadlines.getObject());
        configurer
                .eventProcessing()
                .usingSubscribingEventProcessors()
                .registerSaga(Tea.class, saga -> saga.configureSagaStore(axon -> sagas));
        return configurer.buildConfiguration();
    }

    void publish(Object event) {
        context.getBean(Configuration.class).eventGateway().publish(event);
    }

    Scheduler scheduler() {
        return context.getBean(Scheduler.class);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(transactions());
    }

    PlatformTransactionManager transactions() {
        return context.getBean(PlatformTransactionManager.class);
    }

    DeadlineManager deadlines() {
        return context.getBean(DeadlineManager.class);
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(context.getBean(HikariDataSource.class));
    }

    @Override
    public void close() {
        context.close();
    }
}
