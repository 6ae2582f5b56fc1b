package io.firstcome.query.coupon.readmodel;

import io.firstcome.axon.processing.ViewProgress;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.query.coupon.api.CouponView;
import io.firstcome.query.coupon.api.FindCoupon;
import io.firstcome.query.coupon.api.ReadModelBehindException;
import java.time.Clock;
import java.time.Duration;
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

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    private final CouponReader coupons;
    private final ViewProgress progress;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    CouponQueries(CouponReader coupons, ViewProgress progress, JdbcTemplate jdbc, Clock clock) {
        this.coupons = coupons;
        this.progress = progress;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @QueryHandler
    Optional<CouponView> handle(FindCoupon query) {
        String couponId = query.couponId();
        Long minVersion = query.minVersion();
        Optional<CouponState> found =
                minVersion == null ? coupons.find(couponId, 0) : awaitVersion(couponId, minVersion);
        return found.map(state -> state.view(clock.instant(), query.withRefusals() ? refusals(couponId) : null));
    }

    /** A coupon that is not there may just have been created; when all events are in the view, it was not. */
    private Optional<CouponState> awaitVersion(String couponId, long minVersion) {
        Optional<CouponState> found = coupons.find(couponId, minVersion);
        long end = System.nanoTime() + PATIENCE.toNanos();
        Duration pause = FIRST_PAUSE;
        while (found.isEmpty() || found.get().version() < minVersion) {
            if (System.nanoTime() - end >= 0 || !pause(pause)) {
                if (found.isEmpty() && progress.hasCaughtUp("coupon")) {
                    return found;
                }
                throw new ReadModelBehindException();
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            found = coupons.findShared(couponId);
        }
        return found;
    }

    private static boolean pause(Duration duration) {
        try {
            Thread.sleep(duration);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Counted by the command side: a refusal is no event. */
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
