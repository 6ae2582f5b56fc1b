package io.firstcome.axon.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import com.github.kagkarlsson.scheduler.stats.StatsRegistryAdapter;
import com.github.kagkarlsson.scheduler.task.Task;
import io.firstcome.axon.processors.ProcessDatabase;
import io.firstcome.axon.processors.ProcessDatabaseConfiguration;
import io.firstcome.axon.serialization.Serializers;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * The scheduler of all {@link Task} beans, on the connections of the processes.
 *
 * <p>What is scheduled in one of their transactions is there when it commits, and never was when it rolls back.
 * A task runs at least once: what it does must be idempotent.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScheduleProperties.class)
@Import(ProcessDatabaseConfiguration.class)
public class ScheduleConfiguration {

    static final String TABLE = "scheduled_task";

    /** The library wants four at least. */
    private static final int MISSED_HEARTBEATS = 4;

    @Bean
    Scheduler scheduler(
            ProcessDatabase database,
            ObjectProvider<Task<?>> tasks,
            ScheduleProperties properties,
            MeterRegistry metrics) {
        List<Task<?>> known = tasks.orderedStream().toList();
        Scheduler scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(database.dataSource()), known)
                .tableName(TABLE)
                .serializer(new TaskDataSerializer(Serializers.forTasks()))
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
