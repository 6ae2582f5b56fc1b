package io.firstcome.query.coupon.readmodel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads a coupon from Redis when it can and from MySQL when it must, and then puts it into Redis. */
@Component
class CouponReader {

    private static final Logger log = LoggerFactory.getLogger(CouponReader.class);

    private final CouponRedis redis;
    private final CouponRows rows;
    private final Rest rest;
    private final Counter fromRedis;
    private final Counter fromMySql;
    private final ConcurrentMap<String, CompletableFuture<Optional<CouponState>>> reading = new ConcurrentHashMap<>();

    CouponReader(CouponRedis redis, CouponRows rows, CouponRedisProperties properties, MeterRegistry metrics) {
        this.redis = redis;
        this.rows = rows;
        this.rest = new Rest(properties.rest(), System::nanoTime);
        this.fromRedis = counter(metrics, "redis");
        this.fromMySql = counter(metrics, "mysql");
    }

    private static Counter counter(MeterRegistry metrics, String source) {
        return Counter.builder("firstcome.readmodel.reads")
                .description("Reads of a view, by where the answer came from")
                .tag("view", "coupon")
                .tag("source", source)
                .register(metrics);
    }

    /** The coupon, from Redis only if its version there is {@code minVersion} or more; else whatever MySQL has. */
    Optional<CouponState> find(String couponId, long minVersion) {
        Optional<CouponState> cached = fromRedis(couponId).filter(state -> state.version() >= minVersion);
        if (cached.isPresent()) {
            fromRedis.increment();
            return cached;
        }
        return fromMySql(couponId);
    }

    /** The coupon as MySQL has it; callers that ask at the same time share one query. */
    Optional<CouponState> findShared(String couponId) {
        CompletableFuture<Optional<CouponState>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<CouponState>> other = reading.putIfAbsent(couponId, mine);
        if (other != null) {
            return other.join();
        }
        try {
            mine.complete(fromMySql(couponId));
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            reading.remove(couponId, mine);
        }
        return mine.join();
    }

    private Optional<CouponState> fromMySql(String couponId) {
        Optional<CouponState> found = rows.findById(couponId).map(CouponRow::state);
        fromMySql.increment();
        found.ifPresent(this::refill);
        return found;
    }

    private Optional<CouponState> fromRedis(String couponId) {
        if (!rest.allows()) {
            return Optional.empty();
        }
        try {
            Optional<CouponState> found = redis.find(couponId);
            rest.succeeded();
            return found;
        } catch (RuntimeException e) {
            failed(e);
            return Optional.empty();
        }
    }

    private void refill(CouponState state) {
        if (rest.allows()) {
            try {
                redis.refill(state);
                rest.succeeded();
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private void failed(RuntimeException fault) {
        rest.failed();
        log.debug("Redis does not answer, reading from MySQL", fault);
    }
}
