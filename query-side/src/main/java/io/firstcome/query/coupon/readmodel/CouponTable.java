package io.firstcome.query.coupon.readmodel;

import io.firstcome.axon.processing.ChangeWriter;
import io.firstcome.axon.processing.Tables;
import io.firstcome.axon.store.Micros;
import io.firstcome.query.coupon.api.CouponTerms;
import io.firstcome.query.coupon.readmodel.CouponChange.Created;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The writes to table {@code coupon_view}: one UPDATE for each coupon of a batch.
 *
 * <p>A row's position says what it contains; a change at or before it is ignored, so that events may come twice.
 */
@Component
public class CouponTable implements ChangeWriter<CouponChange> {

    private static final String INSERT =
            "INSERT INTO coupon_view (coupon_id, name, quantity, discount_type, discount_value,"
                    + " discount_max_amount, min_order_amount, issue_from, issue_until, valid_days, limit_per_user,"
                    + " required_tier, created_at, issued, redeemed, version, position)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)"
                    + " ON DUPLICATE KEY UPDATE coupon_id = coupon_id";
    private static final String UPDATE = "UPDATE coupon_view SET issued = issued + ?, redeemed = redeemed + ?,"
            + " closed_at = COALESCE(?, closed_at), version = ?, position = ? WHERE coupon_id = ? AND position < ?";

    private final JdbcTemplate jdbc;

    CouponTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void writeAll(List<CouponChange> changes) {
        List<Object[]> created = changes.stream()
                .filter(Created.class::isInstance)
                .map(change -> row((Created) change))
                .toList();
        if (!created.isEmpty()) {
            jdbc.batchUpdate(INSERT, created);
        }
        List<CouponDelta> deltas = CouponDelta.of(changes);
        if (!deltas.isEmpty()) {
            int[] updated = jdbc.batchUpdate(
                    UPDATE, deltas.stream().map(CouponTable::row).toList());
            for (int i = 0; i < updated.length; i++) {
                if (updated[i] == 0) {
                    writeRest(deltas.get(i));
                }
            }
        }
    }

    @Override
    public void writeOne(CouponChange change) {
        writeAll(List.of(change));
    }

    /** The row contains all or some of the delta already, or it is not there. */
    private void writeRest(CouponDelta delta) {
        List<Long> position = jdbc.queryForList(
                "SELECT position FROM coupon_view WHERE coupon_id = ? FOR UPDATE", Long.class, delta.couponId());
        if (position.isEmpty()) {
            throw new IllegalStateException("Coupon " + delta.couponId() + " is changed but was never created");
        }
        for (CouponDelta rest : delta.after(position.getFirst())) {
            jdbc.update(UPDATE, row(rest));
        }
    }

    /** Empties the table, in the transaction that sets the processor back. */
    public void clear() {
        Tables.clear(jdbc, "coupon_view");
    }

    private static @Nullable Object[] row(Created created) {
        CouponTerms terms = created.terms();
        return new @Nullable Object[] {
            terms.couponId(),
            terms.name(),
            terms.quantity(),
            terms.discountType(),
            terms.discountValue(),
            terms.discountMaxAmount(),
            terms.minOrderAmount(),
            micros(terms.issueFrom()),
            micros(terms.issueUntil()),
            terms.validDays(),
            terms.limitPerUser(),
            terms.requiredTier(),
            micros(terms.createdAt()),
            created.origin().version(),
            created.origin().position()
        };
    }

    private static @Nullable Object[] row(CouponDelta delta) {
        return new @Nullable Object[] {
            delta.issued(),
            delta.redeemed(),
            micros(delta.closedAt()),
            delta.lastVersion(),
            delta.lastPosition(),
            delta.couponId(),
            delta.firstPosition()
        };
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : Micros.of(instant);
    }
}
