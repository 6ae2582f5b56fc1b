package io.firstcome.command.order;

import io.firstcome.command.order.api.ShippingTerms;
import io.firstcome.command.order.domain.OrderAggregate;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The order's command side as Spring beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrderProperties.class)
public class OrderConfiguration {

    @Bean
    ConfigurerModule orderAggregate(Cache cache, SnapshotTriggerDefinition snapshots) {
        return configurer -> configurer.configureAggregate(OrderAggregate.configuration(cache, snapshots));
    }

    /** The snapshotter finds factories among the beans only; without one it gives up with a warning. */
    @Bean
    AggregateFactory<?> orderFactory() {
        return OrderAggregate.factory();
    }

    /** For the process that confirms orders. */
    @Bean
    ShippingTerms shippingTerms(OrderProperties properties) {
        return properties.shipping();
    }
}
