package io.firstcome.command.stock;

import io.firstcome.command.stock.domain.StockAggregate;
import io.firstcome.command.stock.rest.StockCommandController;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JacksonModule;

/** The stock's command side as Spring beans. */
@Configuration(proxyBeanMethods = false)
@Import(StockCommandController.class)
public class StockConfiguration {

    @Bean
    ConfigurerModule stockAggregate(Cache cache, SnapshotTriggerDefinition snapshots) {
        return configurer -> configurer.configureAggregate(StockAggregate.configuration(cache, snapshots));
    }

    /** The snapshotter finds factories among the beans only. */
    @Bean
    AggregateFactory<?> stockFactory() {
        return StockAggregate.factory();
    }

    @Bean
    JacksonModule stockSnapshotModule() {
        return StockAggregate.snapshotModule();
    }
}
