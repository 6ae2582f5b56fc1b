package io.firstcome.query.usercoupon.readmodel;

import io.firstcome.axon.processing.ChangeWriter;
import io.firstcome.axon.processing.Tables;
import io.firstcome.axon.store.Micros;
import io.firstcome.query.usercoupon.readmodel.UserCouponChange.Issued;
import io.firstcome.query.writing.MultiRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The writes to table {@code user_coupon_view}: one INSERT for the pieces issued in a batch, and for those redeemed or restored
 * in it a read and a write.
 *
 * <p>A piece is issued once, so a row that is there already is the same one.
 */
@Component
public class UserCouponTable implements ChangeWriter<UserCouponChange> {

    private static final MultiRow INSERT = MultiRow.upsert(
            "user_coupon_view",
            0,
            "user_id",
            "coupon_id",
            "serial",
            "issued_at",
            "expires_at",
            "issued_position",
            "position");

    private final JdbcTemplate jdbc;
    private final RedeemedPieces redeemed;

    UserCouponTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.redeemed = new RedeemedPieces(jdbc);
    }

    @Override
    public void writeAll(List<UserCouponChange> changes) {
        List<Issued> issued = new ArrayList<>();
        List<UserCouponChange> later = new ArrayList<>();
        for (UserCouponChange change : changes) {
            if (change instanceof Issued issue) {
                issued.add(issue);
            } else {
                later.add(change);
            }
        }
        INSERT.write(jdbc, issued, UserCouponTable::row);
        if (!later.isEmpty()) {
            redeemed.writeAll(later);
        }
    }

    private static @Nullable Object[] row(Issued issued) {
        return new @Nullable Object[] {
            issued.userId(),
            issued.couponId(),
            issued.serial(),
            Micros.of(issued.issuedAt()),
            Micros.of(issued.expiresAt()),
            issued.origin().position(),
            issued.origin().position()
        };
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
