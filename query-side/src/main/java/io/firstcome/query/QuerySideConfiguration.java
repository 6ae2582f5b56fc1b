package io.firstcome.query;

import io.firstcome.axon.processing.ProcessingConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

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
public class QuerySideConfiguration {}
