package io.firstcome.query.coupon.readmodel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The coupon hashes in Redis, {@code firstcome:coupon:<id>}: each exact for its version, and gone when it would not be.
 *
 * <p>They are a copy: any of them may vanish at any time. Each has a time to live, so that what an outage leaves behind ages
 * out.
 */
@Component
public class CouponRedis {

    private static final Logger log = LoggerFactory.getLogger(CouponRedis.class);
    private static final RedisScript<Long> APPLY =
            RedisScript.of(new ClassPathResource("lua/coupon-apply.lua"), Long.class);
    private static final RedisScript<Long> REFILL =
            RedisScript.of(new ClassPathResource("lua/coupon-refill.lua"), Long.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SCAN_COUNT = 1_000;

    private final StringRedisTemplate reads;
    private final StringRedisTemplate writes;
    private final CouponRedisProperties properties;

    CouponRedis(RedisClients clients, CouponRedisProperties properties) {
        this.reads = clients.template(properties.readTimeout());
        this.writes = clients.template(properties.writeTimeout());
        this.properties = properties;
    }

    /** Adds the runs of a batch in one round trip. Fails when Redis is away, and may then be called again. */
    public void apply(Collection<CouponRun> runs) {
        List<String> keys = new ArrayList<>(runs.size());
        List<Object> arguments = new ArrayList<>(runs.size() + 1);
        arguments.add(millis(properties.liveTtl()));
        for (CouponRun run : runs) {
            keys.add(CouponHash.key(run.couponId()));
            arguments.add(JSON.writeValueAsString(run.script()));
        }
        writes.execute(APPLY, keys, arguments.toArray());
    }

    /** Drops all hashes. */
    public void clear() {
        ScanOptions all = ScanOptions.scanOptions()
                .match(CouponHash.pattern())
                .count(SCAN_COUNT)
                .build();
        List<String> found = new ArrayList<>();
        try (Cursor<String> keys = writes.scan(all)) {
            while (keys.hasNext()) {
                found.add(keys.next());
                if (found.size() == SCAN_COUNT) {
                    writes.unlink(found);
                    found.clear();
                }
            }
        }
        if (!found.isEmpty()) {
            writes.unlink(found);
        }
    }

    /** The hash of a coupon, if it is there and whole. Fails fast when Redis is away. */
    Optional<CouponState> find(String couponId) {
        String key = CouponHash.key(couponId);
        Map<String, String> fields = reads.<String, String>opsForHash().entries(key);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        CouponState state = parse(key, fields);
        if (state == null) {
            reads.unlink(key);
        }
        return Optional.ofNullable(state);
    }

    private static @Nullable CouponState parse(String key, Map<String, String> fields) {
        try {
            return CouponHash.state(fields);
        } catch (RuntimeException e) {
            log.warn("Dropping {}, which is not a coupon: {}", key, e.getMessage());
            return null;
        }
    }

    /** Puts back what was read from MySQL, unless Redis knows better. Fails fast when Redis is away. */
    void refill(CouponState state) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(millis(properties.refillTtl()));
        arguments.add(Long.toString(state.version()));
        CouponHash.of(state).forEach((name, value) -> {
            arguments.add(name);
            arguments.add(value);
        });
        reads.execute(REFILL, List.of(CouponHash.key(state.terms().couponId())), arguments.toArray());
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
