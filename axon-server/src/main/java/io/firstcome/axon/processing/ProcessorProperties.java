package io.firstcome.axon.processing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code firstcome.processor.*}.
 *
 * @param batchSize how many events at most are handled in one transaction, 1 to 1,000
 */
@ConfigurationProperties("firstcome.processor")
public record ProcessorProperties(@DefaultValue("500") int batchSize) {

    public ProcessorProperties {
        if (batchSize < 1 || batchSize > 1_000) {
            throw new IllegalArgumentException("firstcome.processor.batch-size must be 1 to 1000");
        }
    }
}
