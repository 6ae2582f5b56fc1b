package io.firstcome.query.coupon.readmodel;

import io.firstcome.axon.eventstore.Micros;
import io.firstcome.axon.processors.ChangeWriter;
import io.firstcome.axon.processors.ViewTables;
import io.firstcome.query.coupon.api.CouponTerms;
import io.firstcome.query.coupon.readmodel.CouponChange.Created;
import io.firstcome.query.writing.MultiRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The writes to table {@code coupon_view}: two statements for a batch, however many coupons it is about.
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
    private static final String LOCK = "SELECT coupon_id, issued, redeemed, position FROM coupon_view WHERE coupon_id";

    /**
     * An UPDATE of many rows, each by values of its own: an INSERT of rows that are there, and locked. The columns after the position
     * need a value that the table allows; it is never stored.
     */
    private static final MultiRow ADD = new MultiRow(
            "INSERT INTO coupon_view (coupon_id, issued, redeemed, closed_at, version, position, name, quantity,"
                    + " discount_type, discount_value, min_order_amount, valid_days, limit_per_user, created_at) VALUES ",
            14,
            " ON DUPLICATE KEY UPDATE issued = VALUES(issued), redeemed = VALUES(redeemed),"
                    + " closed_at = COALESCE(VALUES(closed_at), closed_at), version = VALUES(version),"
                    + " position = VALUES(position)");

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
        Map<String, CouponDelta> deltas = CouponDelta.of(changes);
        if (!deltas.isEmpty()) {
            Map<String, Counted> stored =
                    MultiRow.lock(jdbc, LOCK, deltas.keySet(), (row, index) -> Counted.of(row), Counted::couponId);
            ADD.write(jdbc, rest(deltas.values(), stored), row -> row);
        }
    }

    /** What a row counts, and up to which position. */
    private record Counted(String couponId, int issued, int redeemed, long position) {

        static Counted of(ResultSet row) throws SQLException {
            return new Counted(row.getString(1), row.getInt(2), row.getInt(3), row.getLong(4));
        }
    }

    /** The rows with what they do not contain yet. */
    private static List<@Nullable Object[]> rest(Collection<CouponDelta> deltas, Map<String, Counted> stored) {
        List<@Nullable Object[]> rows = new ArrayList<>(deltas.size());
        for (CouponDelta delta : deltas) {
            Counted row = stored.get(delta.couponId());
            if (row == null) {
                throw new IllegalStateException("Coupon " + delta.couponId() + " is changed but was never created");
            }
            delta.after(row.position()).ifPresent(rest -> rows.add(row(row, rest)));
        }
        return rows;
    }

    /** Empties the table, in the transaction that sets the processor back. */
    public void clear() {
        ViewTables.clear(jdbc, "coupon_view");
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

    private static @Nullable Object[] row(Counted row, CouponDelta delta) {
        int issued = row.issued() + delta.issued();
        return new @Nullable Object[] {
            delta.couponId(),
            issued,
            row.redeemed() + delta.redeemed(),
            micros(delta.closedAt()),
            delta.lastVersion(),
            delta.lastPosition(),
            "",
            issued,
            "",
            0,
            0,
            0,
            0,
            0
        };
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null ? null : Micros.of(instant);
    }
}
