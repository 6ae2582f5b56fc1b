package io.firstcome.axon.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import com.github.kagkarlsson.scheduler.stats.StatsRegistryAdapter;
import com.github.kagkarlsson.scheduler.task.Task;
import io.firstcome.axon.serialization.Serializers;
import io.firstcome.axon.store.EventStoreDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * The scheduler of all {@link Task} beans, on {@code spring.datasource}.
 *
 * <p>What is scheduled in a transaction of that data source is there when it commits, and never was when it rolls back.
 * A task runs at least once: what it does must be idempotent.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScheduleProperties.class)
public class ScheduleConfiguration {

    static final String TABLE = "scheduled_task";

    /** The library wants four at least. */
    private static final int MISSED_HEARTBEATS = 4;

    /** @param schema unused here, but its tables must be there first */
    @Bean
    Scheduler scheduler(
            DataSource dataSource,
            ObjectProvider<Task<?>> tasks,
            ScheduleProperties properties,
            MeterRegistry metrics,
            EventStoreDatabase schema) {
        List<Task<?>> known = tasks.orderedStream().toList();
        Scheduler scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), known)
                .tableName(TABLE)
                .serializer(new TaskJson(Serializers.forTasks()))
                .alwaysPersistTimestampInUTC()
                .pollingInterval(properties.pollInterval())
                .pollUsingFetch(0.5, 1.0)
                .heartbeatInterval(properties.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .threads(properties.threads())
                .executorService(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("task-", 0).factory()))
                .shutdownMaxWait(properties.drain())
                .addSchedulerListener(new StatsRegistryAdapter(new MicrometerStatsRegistry(metrics, known)))
                .failureLogging(LogLevel.WARN, false)
                .build();
        scheduler.registerSchedulerListener(
                new WakeAfterCommit(scheduler::triggerCheckForDueExecutions, properties.pollInterval()));
        return scheduler;
    }

    @Bean
    ScheduleRunner scheduleRunner(Scheduler scheduler) {
        return new ScheduleRunner(scheduler);
    }
}
