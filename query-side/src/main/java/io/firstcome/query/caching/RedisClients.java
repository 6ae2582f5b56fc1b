package io.firstcome.query.caching;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Connections to the Redis of {@code spring.data.redis.*} that give up in time.
 *
 * <p>A command is refused at once while there is no connection, instead of waiting for one, and a lost connection is tried
 * again at least once a second.
 */
@Component
public class RedisClients implements DisposableBean {

    private final LettuceConnectionFactory configured;
    private final List<LettuceConnectionFactory> factories = new ArrayList<>();
    private final ClientResources resources = ClientResources.builder()
            .ioThreadPoolSize(2)
            .computationThreadPoolSize(2)
            .reconnectDelay(Delay.exponential(Duration.ofMillis(50), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS))
            .build();

    private final RedisProperties properties;
    private final CircuitBreaker breaker;
    private final StringRedisTemplate reads;
    private final StringRedisTemplate writes;

    RedisClients(LettuceConnectionFactory configured, RedisProperties properties) {
        this.configured = configured;
        this.properties = properties;
        // After one failure reads leave Redis alone for a while; then one of them tries it.
        this.breaker = CircuitBreaker.of(
                "redis",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(1)
                        .minimumNumberOfCalls(1)
                        .waitDurationInOpenState(properties.rest())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        // An Error in that one call gives no answer, and the breaker would wait for it for ever.
                        .maxWaitDurationInHalfOpenState(properties.rest())
                        .writableStackTraceEnabled(false)
                        .build());
        this.reads = template(properties.readTimeout());
        this.writes = template(properties.writeTimeout());
    }

    RedisProperties properties() {
        return properties;
    }

    /**
     * For a client that waits: fails soon, and at once for a while after a failure.
     *
     * @throws io.github.resilience4j.circuitbreaker.CallNotPermittedException during that while
     */
    <T> T read(Function<StringRedisTemplate, T> reading) {
        return breaker.executeSupplier(() -> reading.apply(reads));
    }

    /** For a processor, whose batch is tried again when it fails. */
    StringRedisTemplate writes() {
        return writes;
    }

    private StringRedisTemplate template(Duration timeout) {
        LettuceClientConfiguration.LettuceClientConfigurationBuilder client = LettuceClientConfiguration.builder()
                .clientResources(resources)
                .commandTimeout(timeout)
                .shutdownTimeout(Duration.ZERO)
                .clientOptions(ClientOptions.builder()
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .timeoutOptions(TimeoutOptions.enabled())
                        .socketOptions(SocketOptions.builder()
                                .connectTimeout(timeout)
                                .keepAlive(true)
                                .build())
                        .build());
        if (configured.getClientConfiguration().isUseSsl()) {
            client.useSsl();
        }
        LettuceConnectionFactory factory = new LettuceConnectionFactory(server(), client.build());
        factory.afterPropertiesSet();
        factory.start();
        factories.add(factory);
        StringRedisTemplate template = new StringRedisTemplate(factory);
        template.afterPropertiesSet();
        return template;
    }

    private RedisConfiguration server() {
        RedisConfiguration sentinel = configured.getSentinelConfiguration();
        return sentinel != null ? sentinel : configured.getStandaloneConfiguration();
    }

    @Override
    public void destroy() {
        factories.forEach(LettuceConnectionFactory::destroy);
        resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
    }
}
