package io.firstcome.query.consistency;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code firstcome.view-wait.*}.
 *
 * @param waiters requests that wait for a view at a time at most; more are told at once that it is behind
 */
@ConfigurationProperties("firstcome.view-wait")
public record ViewWaitProperties(@DefaultValue("128") int waiters) {

    public ViewWaitProperties {
        if (waiters < 0) {
            throw new IllegalArgumentException("firstcome.view-wait.waiters must be 0 or more");
        }
    }
}
