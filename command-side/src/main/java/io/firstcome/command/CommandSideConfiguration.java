package io.firstcome.command;

import io.firstcome.axon.commandbus.GroupCommitCommandBus;
import io.firstcome.axon.eventstore.EventStoreDatabase;
import io.firstcome.axon.schedule.ScheduleConfiguration;
import io.firstcome.axon.tail.EventTail;
import io.firstcome.command.admission.AdmissionConfiguration;
import io.firstcome.command.concert.lookup.ConcertLookupConfiguration;
import io.firstcome.command.concert.rest.ConcertCommandController;
import io.firstcome.command.coupon.rest.CouponCommandController;
import io.firstcome.command.order.OrderConfiguration;
import io.firstcome.command.order.lookup.OrderLookupConfiguration;
import io.firstcome.command.payment.PaymentConfiguration;
import io.firstcome.command.product.rest.ProductCommandController;
import io.firstcome.command.rejection.RejectionCounts;
import io.firstcome.command.rest.Commands;
import io.firstcome.command.rest.OutcomeListener;
import io.firstcome.command.rest.OutcomeProperties;
import io.firstcome.command.stock.rest.StockCommandController;
import io.firstcome.command.waitingroom.rest.WaitingRoomController;
import io.firstcome.command.wallet.rest.WalletCommandController;
import io.firstcome.web.overload.Backlog;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The command side as Spring beans. A new context adds its controller to the import, or a configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutcomeProperties.class)
@ComponentScan(basePackageClasses = WaitingRoomController.class)
@Import({
    AdmissionConfiguration.class,
    AggregateRegistrar.class,
    ConcertCommandController.class,
    ConcertLookupConfiguration.class,
    CouponCommandController.class,
    OrderConfiguration.class,
    OrderLookupConfiguration.class,
    PaymentConfiguration.class,
    ProcessConfiguration.class,
    ProductCommandController.class,
    ScheduleConfiguration.class,
    StockCommandController.class,
    WalletCommandController.class
})
public class CommandSideConfiguration {

    @Bean
    RejectionCounts refusalCounts(EventStoreDatabase database, MeterRegistry metrics) {
        return new RejectionCounts(database, metrics);
    }

    @Bean
    Commands commands(CommandBus bus, RejectionCounts refusals) {
        return new Commands(bus, refusals);
    }

    /** Commands that wait for long say that more of them come than can be decided. */
    @Bean
    Backlog commandBacklog(GroupCommitCommandBus bus) {
        return bus::longestWait;
    }

    @Bean
    OutcomeListener outcomes(EventStore events, EventTail tail, OutcomeProperties properties, MeterRegistry metrics) {
        return new OutcomeListener(events, tail, properties.waiters(), metrics);
    }
}
