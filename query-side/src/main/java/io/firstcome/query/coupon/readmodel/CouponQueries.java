package io.firstcome.query.coupon.readmodel;

import io.firstcome.events.coupon.CouponId;
import io.firstcome.query.caching.CachedReader;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.consistency.MinVersionReader;
import io.firstcome.query.coupon.api.CouponView;
import io.firstcome.query.coupon.api.FindCoupon;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Answers the queries about coupon campaigns. */
@Component
class CouponQueries {

    private final CachedReader<CouponState> coupons;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    CouponQueries(
            RedisHashStore<CouponState> hashes,
            CouponRows rows,
            MinVersionReader versions,
            MeterRegistry metrics,
            JdbcTemplate jdbc,
            Clock clock) {
        this.coupons = new CachedReader<>(
                "coupon", CouponId.TYPE, hashes, id -> rows.findById(id).map(CouponRow::state), versions, metrics);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @QueryHandler
    Optional<CouponView> handle(FindCoupon query) {
        String couponId = query.couponId();
        return coupons.find(couponId, query.minVersion())
                .map(state -> state.view(clock.instant(), query.withRefusals() ? refusals(couponId) : null));
    }

    /** Counted by the command side: a rejection is no event. */
    private @Nullable Map<String, Long> refusals(String couponId) {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.query(
                "SELECT code, refused FROM refusal_count WHERE aggregate_id = ?",
                row -> {
                    counts.put(row.getString(1), row.getLong(2));
                },
                new CouponId(couponId).toString());
        return counts;
    }
}
