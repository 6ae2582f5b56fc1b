package io.firstcome.benchmarks.baseline;

import io.firstcome.contract.CouponErrorCode;
import io.firstcome.web.problem.ProblemException;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** One script checks and counts, over one pipelined connection: as fast as it can be made. Nothing is durable. */
final class RedisCoupons implements Coupons {

    private final RedisCommands<String, String> redis;
    private final String script;
    private final AtomicReference<@Nullable String> before = new AtomicReference<>();

    RedisCoupons(StatefulRedisConnection<String, String> connection) {
        this.redis = connection.sync();
        this.script = redis.scriptLoad(source());
    }

    /** Forgets the campaign before: Redis here has half a gigabyte and never evicts. */
    @Override
    public void create(String couponId, int quantity) {
        String last = before.getAndSet(couponId);
        if (last != null) {
            redis.unlink(campaign(last), holders(last));
        }
        redis.hset(campaign(couponId), Map.of("quantity", Integer.toString(quantity), "issued", "0"));
    }

    @Override
    public Piece issue(String couponId, String userId) {
        String[] keys = {campaign(couponId), holders(couponId)};
        long serial = Objects.requireNonNull(redis.<Long>evalsha(script, ScriptOutputType.INTEGER, keys, userId));
        if (serial < 0) {
            throw ProblemException.of(refusal(serial), null);
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Piece((int) serial, now, now.plus(VALID_DAYS, ChronoUnit.DAYS));
    }

    private static CouponErrorCode refusal(long result) {
        return result == -1
                ? CouponErrorCode.COUPON_NOT_FOUND
                : result == -2 ? CouponErrorCode.COUPON_ALREADY_ISSUED : CouponErrorCode.COUPON_SOLD_OUT;
    }

    @Override
    public Stored stored(String couponId) {
        long issued = Long.parseLong(Objects.requireNonNullElse(redis.hget(campaign(couponId), "issued"), "0"));
        List<String> serials = redis.hvals(holders(couponId));
        return new Stored(issued, serials.stream().distinct().count(), issued, serials.size());
    }

    private static String campaign(String couponId) {
        return "baseline:campaign:" + couponId;
    }

    private static String holders(String couponId) {
        return "baseline:holders:" + couponId;
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(RedisCoupons.class.getResourceAsStream("/lua/issue.lua"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Chosen by {@code firstcome.baseline=redis}. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "firstcome.baseline", havingValue = "redis")
    static class Configuration {

        @Bean(destroyMethod = "shutdown")
        RedisClient redisClient(@Value("${firstcome.baseline.redis-port}") int port) {
            return RedisClient.create("redis://127.0.0.1:" + port);
        }

        @Bean(destroyMethod = "close")
        StatefulRedisConnection<String, String> redisConnection(RedisClient client) {
            return client.connect();
        }

        @Bean
        Coupons coupons(StatefulRedisConnection<String, String> connection) {
            return new RedisCoupons(connection);
        }
    }
}
