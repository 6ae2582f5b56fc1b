package io.firstcome.standalone;

import io.firstcome.axon.EventStoreConfiguration;
import io.firstcome.command.CommandSideConfiguration;
import io.firstcome.query.QuerySideConfiguration;
import io.firstcome.web.WebConfiguration;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.springboot.autoconfig.AxonDbSchedulerAutoConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The one application that has both sides; nothing is found by scanning, everything is named here.
 *
 * <p>Axon's deadlines are left out: what comes due is a task of the scheduler.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = AxonDbSchedulerAutoConfiguration.class)
@Import({
    EventStoreConfiguration.class,
    WebConfiguration.class,
    CommandSideConfiguration.class,
    QuerySideConfiguration.class
})
class StandaloneApplication {

    @Bean
    DemoData demoData(CommandGateway commands, EventStore events, Clock clock) {
        return new DemoData(commands, events, clock);
    }

    @Bean
    DemoUsers demoUsers() {
        return new DemoUsers();
    }
}
