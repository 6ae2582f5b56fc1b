package io.firstcome.query.usercoupon.readmodel;

import io.firstcome.axon.processing.ChangeWriter;
import io.firstcome.axon.processing.Tables;
import io.firstcome.axon.store.Micros;
import io.firstcome.query.usercoupon.readmodel.UserCouponChange.Issued;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The writes to table {@code user_coupon_view}: one INSERT for a batch.
 *
 * <p>A piece is issued once, so a row that is there already is the same one.
 */
@Component
public class UserCouponTable implements ChangeWriter<UserCouponChange> {

    private static final String INSERT = "INSERT INTO user_coupon_view"
            + " (user_id, coupon_id, serial, issued_at, expires_at, issued_position, position) VALUES ";
    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?)";
    private static final String UNLESS_THERE = " ON DUPLICATE KEY UPDATE user_id = user_id";

    private final JdbcTemplate jdbc;

    UserCouponTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void writeAll(List<UserCouponChange> changes) {
        List<Object> values = new ArrayList<>(changes.size() * 7);
        for (UserCouponChange change : changes) {
            switch (change) {
                case Issued issued -> addRow(values, issued);
            }
        }
        String rows = (ROW + ", ").repeat(changes.size() - 1) + ROW;
        jdbc.update(INSERT + rows + UNLESS_THERE, values.toArray());
    }

    private static void addRow(List<Object> values, Issued issued) {
        values.add(issued.userId());
        values.add(issued.couponId());
        values.add(issued.serial());
        values.add(Micros.of(issued.issuedAt()));
        values.add(Micros.of(issued.expiresAt()));
        values.add(issued.origin().position());
        values.add(issued.origin().position());
    }

    @Override
    public void writeOne(UserCouponChange change) {
        writeAll(List.of(change));
    }

    /** Empties the table, in the transaction that sets the processor back. */
    public void clear() {
        Tables.clear(jdbc, "user_coupon_view");
    }
}
