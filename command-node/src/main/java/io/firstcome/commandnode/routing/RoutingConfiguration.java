package io.firstcome.commandnode.routing;

import io.firstcome.axon.EventStoreProperties;
import io.firstcome.axon.commandbus.GroupCommitCommandBus;
import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.web.overload.Backlog;
import io.firstcome.web.start.ConfigurationCheck;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.distributed.DistributedCommandBus;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** Routing between command nodes as Spring beans; none of them is there when it is off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("firstcome.routing.enabled")
@EnableConfigurationProperties(RoutingProperties.class)
public class RoutingConfiguration {

    @Bean
    static ConfigurationCheck routingSettings(Environment environment) {
        return new ConfigurationCheck(() -> Binder.get(environment)
                .bindOrCreate("firstcome.routing", RoutingProperties.class)
                .checked());
    }

    @Bean
    LaneWaits laneWaits(GroupCommitCommandBus bus) {
        return new LaneWaits(bus::longestWait);
    }

    /** When commands wait for long at their owner, more of them come here than the owner can decide. */
    @Bean
    Backlog ownersBacklog(LaneWaits waits) {
        return waits::longestOfOthers;
    }

    @Bean
    CommandGroup commandGroup(
            RoutingProperties properties,
            EventStoreDatabase database,
            EventStoreProperties lanes,
            GroupCommitCommandBus bus,
            @Qualifier("messageSerializer") Serializer serializer,
            LaneWaits waits,
            MeterRegistry metrics)
            throws Exception {
        return new CommandGroup(
                GroupStack.channel(properties, database.dataSource()),
                bus,
                new WireFormat(serializer),
                new RoutingMetrics(metrics),
                waits,
                lanes.laneCapacity(),
                lanes.maxWait());
    }

    /** What is sent by this bus is decided by the owner of its aggregate; what comes from others goes to the lanes. */
    @Bean
    @Primary
    DistributedCommandBus routedCommandBus(CommandGroup group, GroupCommitCommandBus bus) {
        return DistributedCommandBus.builder()
                .commandRouter(group)
                .connector(new GroupConnector(group, bus))
                .build();
    }

    @Bean
    RoutingLifecycle routingLifecycle(CommandGroup group) {
        return new RoutingLifecycle(group);
    }
}
