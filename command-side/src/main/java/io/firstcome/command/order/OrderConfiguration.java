package io.firstcome.command.order;

import io.firstcome.command.admission.AdmissionCheck;
import io.firstcome.command.concert.lookup.Concerts;
import io.firstcome.command.order.api.ShippingTerms;
import io.firstcome.command.order.lookup.Products;
import io.firstcome.command.order.rest.OrderCommandController;
import io.firstcome.command.order.rest.ReservationCommandController;
import io.firstcome.command.rest.Commands;
import io.firstcome.command.rest.OutcomeListener;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The order's command side as Spring beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrderProperties.class)
public class OrderConfiguration {

    @Bean
    OrderCommandController orderCommandController(
            Commands commands,
            OutcomeListener outcomes,
            Products products,
            AdmissionCheck admissionCheck,
            Clock clock,
            OrderProperties properties) {
        return new OrderCommandController(
                commands, outcomes, products, admissionCheck, clock, properties.hold(), properties.decisionWait());
    }

    @Bean
    ReservationCommandController reservationCommandController(
            Commands commands,
            OutcomeListener outcomes,
            Concerts concerts,
            AdmissionCheck admissionCheck,
            Clock clock,
            OrderProperties properties) {
        return new ReservationCommandController(commands, outcomes, concerts, admissionCheck, clock, properties.decisionWait());
    }

    /** For the process that confirms orders. */
    @Bean
    ShippingTerms shippingTerms(OrderProperties properties) {
        return properties.shipping();
    }
}
