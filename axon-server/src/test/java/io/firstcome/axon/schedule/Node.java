package io.firstcome.axon.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.zaxxer.hikari.HikariDataSource;
import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.axon.processors.ProcessDatabase;
import io.firstcome.embedded.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One process with a scheduler. Two of them on one database are two processes. */
final class Node implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Node(String url, Map<String, Object> settings, Task<?>... tasks) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.registerBean(HikariDataSource.class, () -> dataSource(url));
        context.registerBean(MeterRegistry.class, () -> new SimpleMeterRegistry());
        context.registerBean(EventStoreDatabase.class, () -> schema(url));
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
        dataSource.setUsername(TestServers.database().username());
        dataSource.setPassword(TestServers.database().password());
        // As in the run: otherwise a look through the table locks all of it.
        dataSource.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return dataSource;
    }

    private static EventStoreDatabase schema(String url) {
        EventStoreDatabase database = new EventStoreDatabase(
                url, TestServers.database().username(), TestServers.database().password(), 2, Duration.ofSeconds(10));
        database.migrate();
        return database;
    }

    Scheduler scheduler() {
        return context.getBean(Scheduler.class);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(transactions());
    }

    PlatformTransactionManager transactions() {
        return database().transactions();
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(database().dataSource());
    }

    private ProcessDatabase database() {
        return context.getBean(ProcessDatabase.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
