package io.firstcome.query.coupon.readmodel;

import io.firstcome.query.reading.HashCache;
import io.firstcome.query.reading.RedisClients;
import io.firstcome.query.reading.RedisProperties;
import io.firstcome.query.reading.Scripts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The coupon hashes in Redis. */
@Component
public class CouponRedis {

    private static final RedisScript<Long> APPLY = Scripts.load("lua/coupon-apply.lua");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HashCache<CouponState> hashes;

    CouponRedis(RedisClients clients, RedisProperties properties) {
        this.hashes = new HashCache<>(clients, properties, new CouponHash());
    }

    /** Adds the runs of a batch in one round trip. Fails when Redis is away, and may then be called again. */
    public void apply(Collection<CouponRun> runs) {
        Map<String, String> scripts = new LinkedHashMap<>();
        runs.forEach(run -> scripts.put(run.couponId(), JSON.writeValueAsString(run.script())));
        hashes.apply(APPLY, scripts);
    }

    /** Drops all hashes. */
    public void clear() {
        hashes.clear();
    }

    HashCache<CouponState> hashes() {
        return hashes;
    }
}
