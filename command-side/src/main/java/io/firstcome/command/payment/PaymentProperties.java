package io.firstcome.command.payment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code firstcome.payment.*}.
 *
 * @param decisionWait how long a request to pay, or to be refunded, waits for the outcome before it is answered with 202
 */
@ConfigurationProperties("firstcome.payment")
public record PaymentProperties(@DefaultValue("3s") Duration decisionWait) {

    public PaymentProperties {
        if (decisionWait.isNegative()) {
            throw new IllegalArgumentException("firstcome.payment.decision-wait must be 0 or more");
        }
    }
}
