package io.firstcome.query.usercoupon.readmodel;

import io.firstcome.axon.store.Micros;
import io.firstcome.query.usercoupon.readmodel.UserCouponChange.Issued;
import io.firstcome.query.usercoupon.readmodel.UserCouponChange.Redeemed;
import io.firstcome.query.usercoupon.readmodel.UserCouponChange.Restored;
import io.firstcome.query.writing.FoldingTable;
import io.firstcome.query.writing.MultiRow;
import io.firstcome.query.writing.Positioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What becomes of pieces after they were issued. A piece that is not there is not made up. */
final class RedeemedPieces extends FoldingTable<UserCouponRow.Key, UserCouponChange, RedeemedPieces.Piece> {

    private static final String SELECT = "SELECT user_id, coupon_id, serial, issued_at, expires_at, issued_position,"
            + " redeemed_at, position FROM user_coupon_view WHERE ";
    private static final String ONE = "(user_id = ? AND coupon_id = ? AND serial = ?)";
    private static final MultiRow UPSERT = MultiRow.upsert(
            "user_coupon_view",
            2,
            "user_id",
            "coupon_id",
            "serial",
            "issued_at",
            "expires_at",
            "issued_position",
            "redeemed_at",
            "position");

    private final JdbcTemplate jdbc;

    RedeemedPieces(JdbcTemplate jdbc) {
        super(RedeemedPieces::keyOf, keys -> lock(jdbc, keys));
        this.jdbc = jdbc;
    }

    /** A row. Instants in microseconds. */
    record Piece(
            UserCouponRow.Key key,
            long issuedAt,
            long expiresAt,
            long issuedPosition,
            @Nullable Long redeemedAt,
            long position)
            implements Positioned {

        Piece with(@Nullable Long redeemed, long at) {
            return new Piece(key, issuedAt, expiresAt, issuedPosition, redeemed, at);
        }
    }

    private static UserCouponRow.Key keyOf(UserCouponChange change) {
        return new UserCouponRow.Key(change.userId(), change.couponId(), change.serial());
    }

    private static Map<UserCouponRow.Key, Piece> lock(JdbcTemplate jdbc, Set<UserCouponRow.Key> keys) {
        List<Object> values = new ArrayList<>();
        for (UserCouponRow.Key key : keys) {
            values.add(key.userId());
            values.add(key.couponId());
            values.add(key.serial());
        }
        Map<UserCouponRow.Key, Piece> found = new HashMap<>();
        String where = (ONE + " OR ").repeat(keys.size() - 1) + ONE;
        jdbc.query(
                SELECT + where + " FOR UPDATE",
                row -> {
                    UserCouponRow.Key key = new UserCouponRow.Key(row.getString(1), row.getString(2), row.getInt(3));
                    found.put(
                            key,
                            new Piece(
                                    key,
                                    row.getLong(4),
                                    row.getLong(5),
                                    row.getLong(6),
                                    row.getObject(7, Long.class),
                                    row.getLong(8)));
                },
                values.toArray());
        return found;
    }

    @Override
    protected Piece apply(@Nullable Piece row, UserCouponChange change) {
        Piece piece = existing(row, change);
        long position = change.origin().position();
        return switch (change) {
            case Redeemed redeemed -> piece.with(Micros.of(redeemed.redeemedAt()), position);
            case Restored restored -> piece.with(null, position);
            case Issued issued -> throw new IllegalArgumentException("An issue is an INSERT");
        };
    }

    @Override
    protected void write(Collection<Piece> rows) {
        UPSERT.write(jdbc, rows, piece -> new @Nullable Object[] {
            piece.key().userId(),
            piece.key().couponId(),
            piece.key().serial(),
            piece.issuedAt(),
            piece.expiresAt(),
            piece.issuedPosition(),
            piece.redeemedAt(),
            piece.position()
        });
    }
}
