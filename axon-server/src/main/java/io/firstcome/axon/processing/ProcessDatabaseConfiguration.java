package io.firstcome.axon.processing;

import com.zaxxer.hikari.HikariDataSource;
import io.firstcome.axon.store.EventStoreDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The processes' own connections as a Spring bean. */
@Configuration(proxyBeanMethods = false)
public class ProcessDatabaseConfiguration {

    /** @param schema unused here, but its tables must be there first */
    @Bean(destroyMethod = "close")
    ProcessDatabase processDatabase(
            HikariDataSource views,
            @Value("${firstcome.processor.process-connections:12}") int connections,
            MeterRegistry metrics,
            EventStoreDatabase schema) {
        return new ProcessDatabase(views, connections, metrics);
    }
}
