package io.firstcome.command;

import io.firstcome.axon.processing.ProcessingConfiguration;
import io.firstcome.axon.processing.ProcessingGroupDefinition;
import io.firstcome.axon.saga.BatchedSagaStore;
import io.firstcome.axon.serialization.Serializers;
import io.firstcome.axon.store.EventStoreDatabase;
import io.firstcome.command.payment.api.CardRequests;
import io.firstcome.command.process.ParkedSteps;
import io.firstcome.command.process.Processes;
import io.firstcome.command.process.ReliableSteps;
import io.firstcome.command.process.fulfilment.OrderFulfilmentSaga;
import io.firstcome.command.process.latepayment.LatePaymentSaga;
import io.firstcome.command.process.listing.ProductListing;
import io.firstcome.command.process.payment.PaymentSaga;
import io.firstcome.command.process.refund.PaymentRefund;
import io.firstcome.command.process.reversal.OrderReversal;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.saga.ResourceInjector;
import org.axonframework.modelling.saga.repository.NoResourceInjector;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The processes as Spring beans. They need a {@code DeadlineManager} and {@link CardRequests}. */
@Configuration(proxyBeanMethods = false)
@Import(ProcessingConfiguration.class)
class ProcessConfiguration {

    private static final List<Class<?>> SAGAS =
            List.of(OrderFulfilmentSaga.class, PaymentSaga.class, LatePaymentSaga.class);

    /** Processes in memory at most, some hundred bytes each; an order under way has one or two. */
    private static final int KEPT = 100_000;

    @Bean
    ProcessingGroupDefinition orderProcess(BatchedSagaStore sagas) {
        return ProcessingGroupDefinition.process(Processes.ORDER, sagas::forget);
    }

    @Bean
    ProcessingGroupDefinition paymentProcess(BatchedSagaStore sagas) {
        return ProcessingGroupDefinition.process(Processes.PAYMENT, sagas::forget);
    }

    @Bean
    ProcessingGroupDefinition productListing() {
        return ProcessingGroupDefinition.process(ProductListing.GROUP, () -> {});
    }

    /** @param schema unused here, but its tables must be there first */
    @Bean
    ParkedSteps parkedSteps(
            DataSource dataSource, CommandBus bus, Serializer serializer, Clock clock, EventStoreDatabase schema) {
        return new ParkedSteps(new JdbcTemplate(dataSource), bus, serializer, clock);
    }

    @Bean
    ReliableSteps steps(CommandBus bus, ParkedSteps parked) {
        return new ReliableSteps(bus, parked, Processes.ORDER);
    }

    @Bean
    OrderReversal orderReversal(ReliableSteps steps) {
        return new OrderReversal(steps);
    }

    @Bean
    PaymentRefund paymentRefund(ReliableSteps steps, CardRequests cards) {
        return new PaymentRefund(steps, cards);
    }

    @Bean
    ProductListing productListingProcess(ReliableSteps steps) {
        return new ProductListing(steps);
    }

    /**
     * Their states are stored where their position is, in the same transaction.
     *
     * @param schema unused here, but its tables must be there first
     */
    @Bean
    BatchedSagaStore sagaStore(DataSource dataSource, EventStoreDatabase schema) {
        return new BatchedSagaStore(new JdbcTemplate(dataSource), Serializers.forProcesses(SAGAS), KEPT);
    }

    /** They get what they need with each event. Axon would have Spring look for more at each load. */
    @Bean
    ResourceInjector resourceInjector() {
        return NoResourceInjector.INSTANCE;
    }

    @Bean
    ConfigurerModule sagas(BatchedSagaStore store) {
        return configurer -> {
            configurer.eventProcessing().registerSagaStore(axon -> store);
            SAGAS.forEach(configurer.eventProcessing()::registerSaga);
        };
    }
}
