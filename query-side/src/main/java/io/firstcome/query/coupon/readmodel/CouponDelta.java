package io.firstcome.query.coupon.readmodel;

import io.firstcome.query.coupon.readmodel.CouponChange.Closed;
import io.firstcome.query.coupon.readmodel.CouponChange.Created;
import io.firstcome.query.coupon.readmodel.CouponChange.Issued;
import io.firstcome.query.coupon.readmodel.CouponChange.Noted;
import io.firstcome.query.coupon.readmodel.CouponChange.Redeemed;
import io.firstcome.query.coupon.readmodel.CouponChange.Restored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run of events adds to one row: written by one UPDATE, however many events it were. */
final class CouponDelta {

    private final String couponId;
    private final List<CouponChange> changes = new ArrayList<>();
    private int issued;
    private int redeemed;
    private @Nullable Instant closedAt;

    private CouponDelta(String couponId) {
        this.couponId = couponId;
    }

    /** One delta for each coupon that has more than a creation, by its id, in the order of their first changes. */
    static Map<String, CouponDelta> of(List<? extends CouponChange> changes) {
        Map<String, CouponDelta> byCoupon = new LinkedHashMap<>();
        for (CouponChange change : changes) {
            if (!(change instanceof Created)) {
                byCoupon.computeIfAbsent(change.couponId(), CouponDelta::new).add(change);
            }
        }
        return byCoupon;
    }

    private void add(CouponChange change) {
        changes.add(change);
        switch (change) {
            case Issued issue -> issued++;
            case Redeemed redemption -> redeemed++;
            case Restored restoration -> redeemed--;
            case Noted noted -> {}
            case Closed closed -> closedAt = closed.closedAt();
            case Created created -> throw new IllegalArgumentException("A creation is an INSERT");
        }
    }

    /** What is left of this when the row already contains all up to {@code position}. */
    Optional<CouponDelta> after(long position) {
        return firstPosition() > position
                ? Optional.of(this)
                : of(changes.stream()
                                .filter(change -> change.origin().position() > position)
                                .toList())
                        .values()
                        .stream()
                        .findFirst();
    }

    String couponId() {
        return couponId;
    }

    int issued() {
        return issued;
    }

    /** How many more are redeemed; below 0 when more are restored. */
    int redeemed() {
        return redeemed;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    private long firstPosition() {
        return changes.getFirst().origin().position();
    }

    long lastPosition() {
        return changes.getLast().origin().position();
    }

    long lastVersion() {
        return changes.getLast().origin().version();
    }
}
