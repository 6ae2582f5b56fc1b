package io.firstcome.query.coupon;

import io.firstcome.events.coupon.CouponId;
import io.firstcome.query.caching.CachedReader;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.consistency.MinVersionReader;
import io.firstcome.query.coupon.CouponQuery.FindCoupon;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewTable;
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
            ViewFrame frame,
            MinVersionReader versions,
            MeterRegistry metrics,
            Clock clock) {
        this.jdbc = frame.jdbc();
        ViewTable<CouponProjection.Row> rows = frame.table(CouponProjection.COUPONS);
        this.coupons = new CachedReader<>(
                CouponProjection.GROUP,
                CouponId.TYPE,
                hashes,
                id -> rows.find(jdbc, id).map(row -> row.state),
                versions,
                metrics);
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
