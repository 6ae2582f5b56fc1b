package io.firstcome.command.payment.gateway;

import io.firstcome.web.start.ConfigurationCheck;
import io.firstcome.web.start.InvalidConfigurationException;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The card gateway as a Spring bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
public class GatewayConfiguration {

    private static final String NAME = "card-gateway";

    /** Over these last calls is judged whether the gateway works, after at least as many. */
    private static final int LAST_CALLS = 40;

    private static final int LEAST_CALLS = 20;
    private static final int TRIAL_CALLS = 5;
    private static final Duration WAIT_FOR_A_PLACE = Duration.ofSeconds(1);

    @Bean
    static ConfigurationCheck gatewayCheck(Environment environment) {
        return new ConfigurationCheck(
                () -> secretKeyOf(Binder.get(environment).bindOrCreate("firstcome.gateway", GatewayProperties.class)));
    }

    @Bean
    CardGateway cardGateway(GatewayProperties properties, MeterRegistry metrics) {
        CircuitBreakerRegistry circuits = CircuitBreakerRegistry.of(circuit(properties));
        BulkheadRegistry bulkheads = BulkheadRegistry.of(bulkhead(properties));
        CircuitBreaker circuit = circuits.circuitBreaker(NAME);
        Bulkhead bulkhead = bulkheads.bulkhead(NAME);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuits).bindTo(metrics);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(metrics);
        return new MeteredGateway(
                new TossGateway(new GatewayHttp(properties, secretKeyOf(properties), circuit, bulkhead)), metrics);
    }

    private static String secretKeyOf(GatewayProperties properties) {
        String key = properties.secretKey();
        if (key == null || key.isBlank()) {
            throw new InvalidConfigurationException(
                    "firstcome.gateway.secret-key is not set: the shop's key at the card gateway, which begins with"
                            + " live_ or test_.");
        }
        return key;
    }

    /** A 4xx is an answer of a gateway that works. */
    static CircuitBreakerConfig circuit(GatewayProperties properties) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(LAST_CALLS, LEAST_CALLS, SlidingWindowType.COUNT_BASED)
                .waitDurationInOpenState(properties.openCircuit())
                .permittedNumberOfCallsInHalfOpenState(TRIAL_CALLS)
                .recordResult(reply -> reply instanceof Reply.Failure failure && failure.status() >= 500)
                .build();
    }

    static BulkheadConfig bulkhead(GatewayProperties properties) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(properties.calls())
                .maxWaitDuration(WAIT_FOR_A_PLACE)
                .build();
    }
}
