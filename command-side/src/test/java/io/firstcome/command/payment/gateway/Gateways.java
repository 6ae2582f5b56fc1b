package io.firstcome.command.payment.gateway;

import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRefund;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import io.firstcome.gateway.SimulatorSettings;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;

/** Clients for tests, and what they are asked for. */
public final class Gateways {

    private Gateways() {}

    public static GatewayProperties properties(String url) {
        return properties(url, Duration.ofSeconds(5), 32);
    }

    static GatewayProperties properties(String url, Duration readTimeout, int calls) {
        return new GatewayProperties(
                url,
                SimulatorSettings.TEST_KEY,
                Duration.ofSeconds(2),
                readTimeout,
                calls,
                Duration.ofMillis(500),
                Duration.ofMillis(20),
                Duration.ofMillis(100),
                Duration.ofSeconds(10));
    }

    public static CardGateway client(GatewayProperties properties) {
        return client(properties, SimulatorSettings.TEST_KEY);
    }

    static CardGateway client(GatewayProperties properties, String key) {
        return new TossGateway(new GatewayHttp(
                properties,
                key,
                CircuitBreaker.of("test", GatewayConfiguration.circuit(properties)),
                Bulkhead.of("test", GatewayConfiguration.bulkhead(properties))));
    }

    public static CardCharge charge(String paymentKey, String order, long amount) {
        return new CardCharge(new PaymentId("p-" + order), new OrderId(order), paymentKey, amount, 0);
    }

    public static CardRefund refund(String paymentKey, String order, String refund, long amount) {
        return new CardRefund(
                new PaymentId("p-" + order), new RefundId(refund), paymentKey, amount, "changed their mind");
    }
}
