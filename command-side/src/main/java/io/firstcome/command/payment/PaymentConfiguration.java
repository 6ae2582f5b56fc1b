package io.firstcome.command.payment;

import io.firstcome.command.payment.card.CardConfiguration;
import io.firstcome.command.payment.rest.PaymentCommandController;
import io.firstcome.command.payment.rest.WebhookController;
import io.firstcome.command.rest.Commands;
import io.firstcome.command.rest.OutcomeListener;
import java.time.Clock;
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
    PaymentCommandController paymentCommandController(
            Commands commands, OutcomeListener outcomes, Clock clock, PaymentProperties properties) {
        return new PaymentCommandController(commands, outcomes, clock, properties.decisionWait());
    }
}
