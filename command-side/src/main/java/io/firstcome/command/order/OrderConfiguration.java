package io.firstcome.command.order;

import io.firstcome.command.order.domain.OrderAggregate;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The order's command side as Spring beans. */
@Configuration(proxyBeanMethods = false)
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
}
