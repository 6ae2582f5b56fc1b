package io.firstcome.command.rest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code firstcome.outcome.*}.
 *
 * @param waiters requests that wait for what processes make of their command at a time at most; more are answered at once with 202
 */
@ConfigurationProperties("firstcome.outcome")
public record OutcomeProperties(@DefaultValue("2048") int waiters) {

    public OutcomeProperties {
        if (waiters < 0) {
            throw new IllegalArgumentException("firstcome.outcome.waiters must be 0 or more");
        }
    }
}
