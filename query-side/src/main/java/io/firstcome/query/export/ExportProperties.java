package io.firstcome.query.export;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code firstcome.export.*}. Without {@code url} nothing is exported.
 *
 * @param url where each reservation is posted to
 * @param timeout how long the platform may take to answer
 */
@ConfigurationProperties("firstcome.export")
record ExportProperties(URI url, @DefaultValue("5s") Duration timeout) {

    ExportProperties {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("firstcome.export.timeout must be positive");
        }
    }
}
