package io.firstcome.query.bridge;

import io.cloudevents.CloudEvent;
import io.firstcome.axon.processors.ProcessingGroupDefinition;
import java.time.Duration;
import org.axonframework.extensions.kafka.eventhandling.producer.ConfirmationMode;
import org.axonframework.extensions.kafka.eventhandling.producer.DefaultProducerFactory;
import org.axonframework.extensions.kafka.eventhandling.producer.ProducerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The Kafka bridge; it is there when a Kafka is configured. None of this connects at start-up. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("firstcome.kafka.bootstrap-servers")
@EnableConfigurationProperties(KafkaProperties.class)
class BridgeConfiguration {

    /** Longer than a producer takes to give up, so that it says why. */
    private static final Duration TIMEOUT = Duration.ofMillis(KafkaProperties.DELIVERY_TIMEOUT_MS + 5_000L);

    @Bean(destroyMethod = "shutDown")
    ProducerFactory<String, CloudEvent> bridgeProducers(KafkaProperties properties) {
        return DefaultProducerFactory.<String, CloudEvent>builder()
                .configuration(properties.producer())
                .confirmationMode(ConfirmationMode.WAIT_FOR_ACK)
                .closeTimeout(Duration.ZERO)
                .build();
    }

    @Bean
    KafkaBridge kafkaBridge(ProducerFactory<String, CloudEvent> producers, KafkaProperties properties) {
        return new KafkaBridge(new Sender(producers, new Topics(properties)::ensure, TIMEOUT));
    }

    @Bean
    ProcessingGroupDefinition kafkaBridgeGroup() {
        return ProcessingGroupDefinition.forwarder(KafkaBridge.GROUP);
    }
}
