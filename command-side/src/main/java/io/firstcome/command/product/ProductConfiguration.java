package io.firstcome.command.product;

import io.firstcome.command.product.domain.ProductAggregate;
import io.firstcome.command.product.rest.ProductCommandController;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The product's command side as Spring beans. */
@Configuration(proxyBeanMethods = false)
@Import(ProductCommandController.class)
public class ProductConfiguration {

    @Bean
    ConfigurerModule productAggregate(Cache cache, SnapshotTriggerDefinition snapshots) {
        return configurer -> configurer.configureAggregate(ProductAggregate.configuration(cache, snapshots));
    }

    /** The snapshotter finds factories among the beans only. */
    @Bean
    AggregateFactory<?> productFactory() {
        return ProductAggregate.factory();
    }
}
