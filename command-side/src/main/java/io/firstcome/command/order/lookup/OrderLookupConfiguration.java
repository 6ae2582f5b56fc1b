package io.firstcome.command.order.lookup;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The order's lookups as Spring beans. */
@Configuration(proxyBeanMethods = false)
public class OrderLookupConfiguration {

    @Bean
    Products products(EventStore events) {
        return new StoredProducts(events);
    }
}
