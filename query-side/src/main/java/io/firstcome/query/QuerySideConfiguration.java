package io.firstcome.query;

import io.firstcome.axon.processors.ProcessingConfiguration;
import io.firstcome.axon.schedule.FailedCommands;
import java.time.Clock;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Everything of this module, for an application to import beside {@code EventStoreConfiguration} and
 * {@code WebConfiguration}.
 *
 * <p>It needs {@code spring.datasource.*} and {@code spring.data.redis.*}; with {@code firstcome.kafka.bootstrap-servers} it
 * has the Kafka bridge, too.
 */
@Configuration(proxyBeanMethods = false)
@Import(ProcessingConfiguration.class)
@ComponentScan
@ConfigurationPropertiesScan
@EntityScan
@EnableJpaRepositories(considerNestedRepositories = false)
@PropertySource("classpath:query-side.properties")
public class QuerySideConfiguration {

    /**
     * Axon's own opens a transaction around each query: whoever waits in it holds a connection that others need. A query that needs
     * one opens it, and ends it before it waits.
     */
    @Bean
    @Qualifier("localSegment")
    SimpleQueryBus queryBus(org.axonframework.config.Configuration axon) {
        return SimpleQueryBus.builder()
                .messageMonitor(axon.messageMonitor(QueryBus.class, "queryBus"))
                .queryUpdateEmitter(axon.getComponent(QueryUpdateEmitter.class))
                .build();
    }

    /** They fail at command nodes, and operators ask here. */
    @Bean
    FailedCommands failedCommandLetters(JdbcTemplate jdbc, Clock clock) {
        return new FailedCommands(jdbc, clock);
    }
}
