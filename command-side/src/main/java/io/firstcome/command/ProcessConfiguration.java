package io.firstcome.command;

import com.github.kagkarlsson.scheduler.task.Task;
import io.firstcome.axon.eventstore.StoredEvents;
import io.firstcome.axon.processors.DriveRequest;
import io.firstcome.axon.processors.FailedCommandRetry;
import io.firstcome.axon.processors.ProcessDatabase;
import io.firstcome.axon.processors.ProcessingConfiguration;
import io.firstcome.axon.processors.ProcessingGroupDefinition;
import io.firstcome.axon.schedule.TaskCommands;
import io.firstcome.command.order.api.ShippingTerms;
import io.firstcome.command.payment.api.CardRequests;
import io.firstcome.command.process.FailedProcessCommands;
import io.firstcome.command.process.OrderDriver;
import io.firstcome.command.process.OrderExpiries;
import io.firstcome.command.process.PastEvents;
import io.firstcome.command.process.ProcessSagaStore;
import io.firstcome.command.process.Processes;
import io.firstcome.command.process.RetryingCommandSender;
import io.firstcome.command.process.ScheduledOrderExpiries;
import io.firstcome.command.process.drive.OrderDrive;
import io.firstcome.command.process.fulfilment.OrderFulfilment;
import io.firstcome.command.process.latepayment.LatePaymentSaga;
import io.firstcome.command.process.listing.ProductListing;
import io.firstcome.command.process.payment.PaymentProcess;
import io.firstcome.command.process.refund.PaymentRefund;
import io.firstcome.command.process.reversal.OrderReversal;
import io.firstcome.command.process.room.WaitingRoomProcess;
import io.firstcome.command.waitingroom.api.RoomsOfItems;
import java.time.Clock;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.ResourceInjector;
import org.axonframework.modelling.saga.repository.NoResourceInjector;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The processes as Spring beans. They need {@link CardRequests}. */
@Configuration(proxyBeanMethods = false)
@Import(ProcessingConfiguration.class)
class ProcessConfiguration {

    private static final List<Class<?>> SAGAS = List.of(LatePaymentSaga.class);

    @Bean
    ProcessingGroupDefinition orderProcess() {
        return ProcessingGroupDefinition.process(Processes.ORDER);
    }

    @Bean
    ProcessingGroupDefinition paymentProcess() {
        return ProcessingGroupDefinition.process(Processes.PAYMENT);
    }

    @Bean
    ProcessingGroupDefinition productListing() {
        return ProcessingGroupDefinition.process(ProductListing.GROUP);
    }

    @Bean
    ProcessingGroupDefinition waitingRoomGroup() {
        return ProcessingGroupDefinition.process(WaitingRoomProcess.GROUP);
    }

    @Bean
    WaitingRoomProcess waitingRoomProcess(RetryingCommandSender steps, PastEvents past, RoomsOfItems rooms) {
        return new WaitingRoomProcess(steps, past, rooms);
    }

    @Bean
    FailedProcessCommands failedCommands(ProcessDatabase database, CommandBus bus, Serializer serializer, Clock clock) {
        return new FailedProcessCommands(
                new JdbcTemplate(database.dataSource()), bus, serializer, clock, CommandFamilies.commandTypes());
    }

    @Bean
    Task<FailedCommandRetry> failedCommandRetryTask(ObjectProvider<FailedProcessCommands> failed) {
        return FailedProcessCommands.task(failed::getObject);
    }

    @Bean
    RetryingCommandSender steps(CommandBus bus, FailedProcessCommands deadLetters) {
        return new RetryingCommandSender(bus, deadLetters);
    }

    @Bean
    PastEvents pastEvents(EventStore events) {
        return new PastEvents(events);
    }

    @Bean
    OrderExpiries orderExpiries(ProcessDatabase database) {
        return new ScheduledOrderExpiries(new JdbcTemplate(database.dataSource()));
    }

    @Bean
    Task<ScheduledOrderExpiries.Expiry> orderExpiryTask(ObjectProvider<CommandBus> bus, Clock clock) {
        return ScheduledOrderExpiries.task(new TaskCommands(bus::getObject), clock);
    }

    @Bean
    OrderFulfilment orderFulfilment(
            RetryingCommandSender steps, PastEvents past, OrderExpiries expiries, ShippingTerms shipping) {
        return new OrderFulfilment(steps, past, expiries, shipping);
    }

    @Bean
    PaymentProcess paymentSteps(RetryingCommandSender steps, PastEvents past, CardRequests cards) {
        return new PaymentProcess(steps, past, cards);
    }

    @Bean
    OrderReversal orderReversal(RetryingCommandSender steps) {
        return new OrderReversal(steps);
    }

    @Bean
    PaymentRefund paymentRefund(RetryingCommandSender steps, CardRequests cards) {
        return new PaymentRefund(steps, cards);
    }

    @Bean
    OrderDriver orderDriver(
            PastEvents past,
            CardRequests cards,
            ShippingTerms shipping,
            StoredEvents stored,
            ObjectProvider<CommandBus> bus,
            Clock clock) {
        return new OrderDriver(new OrderDrive(past, cards, shipping), stored, new TaskCommands(bus::getObject), clock);
    }

    @Bean
    Task<DriveRequest> orderDriveTask(ObjectProvider<OrderDriver> driver) {
        return OrderDriver.task(driver::getObject);
    }

    @Bean
    ProductListing productListingProcess(RetryingCommandSender steps) {
        return new ProductListing(steps);
    }

    @Bean
    ProcessSagaStore sagaStore(ProcessDatabase database) {
        return ProcessSagaStore.on(database.dataSource(), SAGAS);
    }

    /** They get what they need with each event. Axon would have Spring look for more at each load. */
    @Bean
    ResourceInjector resourceInjector() {
        return NoResourceInjector.INSTANCE;
    }

    @Bean
    ConfigurerModule sagas(ProcessSagaStore store) {
        return configurer -> {
            configurer.eventProcessing().registerSagaStore(axon -> store);
            SAGAS.forEach(configurer.eventProcessing()::registerSaga);
        };
    }
}
