package io.firstcome.command.concert.lookup;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lookups of concerts as Spring beans. */
@Configuration(proxyBeanMethods = false)
public class ConcertLookupConfiguration {

    @Bean
    Concerts concerts(EventStore events) {
        return new StoredConcerts(events);
    }
}
