package io.firstcome.query.export;

import io.firstcome.axon.processors.ViewDeadLetterQueues;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The export; it is there when a data platform is configured. Nothing of it connects at start-up. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("firstcome.export.url")
@EnableConfigurationProperties(ExportProperties.class)
class ExportConfiguration {

    @Bean
    ReservationExport reservationExport(ViewDeadLetterQueues queues, ExportProperties properties) {
        return new ReservationExport(queues, new DataPlatform(properties));
    }
}
