package io.firstcome.command.payment;

import io.firstcome.command.payment.card.CardConfiguration;
import io.firstcome.command.payment.domain.PaymentAggregate;
import io.firstcome.command.payment.rest.PaymentCommandController;
import io.firstcome.command.payment.rest.WebhookController;
import io.firstcome.command.rest.Commands;
import io.firstcome.command.rest.OutcomeListener;
import java.time.Clock;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The payment's command side as Spring beans. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentProperties.class)
@Import({CardConfiguration.class, WebhookController.class})
public class PaymentConfiguration {

    @Bean
    ConfigurerModule paymentAggregate(Cache cache, SnapshotTriggerDefinition snapshots) {
        return configurer -> configurer.configureAggregate(PaymentAggregate.configuration(cache, snapshots));
    }

    /** The snapshotter finds factories among the beans only; without one it gives up with a warning. */
    @Bean
    AggregateFactory<?> paymentFactory() {
        return PaymentAggregate.factory();
    }

    @Bean
    PaymentCommandController paymentCommandController(
            Commands commands, OutcomeListener outcomes, Clock clock, PaymentProperties properties) {
        return new PaymentCommandController(commands, outcomes, clock, properties.decisionWait());
    }
}
