package io.firstcome.axon.processors;

import com.zaxxer.hikari.HikariDataSource;
import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The processes' own connections as a Spring bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProcessorProperties.class)
public class ProcessDatabaseConfiguration {

    /** @param schema unused here, but its tables must be there first */
    @Bean(destroyMethod = "close")
    ProcessDatabase processDatabase(
            HikariDataSource views, ProcessorProperties properties, MeterRegistry metrics, EventStoreDatabase schema) {
        return new ProcessDatabase(views, properties.processConnections(), metrics);
    }
}
