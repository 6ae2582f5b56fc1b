package io.firstcome.query.caching;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code firstcome.redis.*}.
 *
 * @param readTimeout after which a read goes to MySQL
 * @param writeTimeout after which a batch of the projection is tried again
 * @param rest how long reads leave Redis alone after it failed
 * @param liveTtl how long a hash lives after the projection has written to it
 * @param refillTtl how long a hash lives that was read from MySQL: the longest time that it may be behind
 */
@ConfigurationProperties("firstcome.redis")
public record RedisProperties(
        @DefaultValue("100ms") Duration readTimeout,
        @DefaultValue("2s") Duration writeTimeout,
        @DefaultValue("1s") Duration rest,
        @DefaultValue("60s") Duration liveTtl,
        @DefaultValue("2s") Duration refillTtl) {}
