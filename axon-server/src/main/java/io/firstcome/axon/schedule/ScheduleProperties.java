package io.firstcome.axon.schedule;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code firstcome.schedule.*}.
 *
 * @param pollInterval how often is looked for tasks that have come due; what is due at once does not wait for it
 * @param heartbeat how often a running task is confirmed; after four without one another process takes it over
 * @param threads tasks that run at a time at most
 * @param drain how long running tasks may take to end when the process stops
 */
@ConfigurationProperties("firstcome.schedule")
public record ScheduleProperties(
        @DefaultValue("150ms") Duration pollInterval,
        @DefaultValue("4s") Duration heartbeat,
        @DefaultValue("64") int threads,
        @DefaultValue("10s") Duration drain) {}
