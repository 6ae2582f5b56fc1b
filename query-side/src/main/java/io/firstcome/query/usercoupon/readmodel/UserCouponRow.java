package io.firstcome.query.usercoupon.readmodel;

import io.firstcome.axon.store.Micros;
import io.firstcome.query.usercoupon.api.UserCouponStatus;
import io.firstcome.query.usercoupon.api.UserCouponView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A row of {@code user_coupon_view}, to be read only: {@link UserCouponTable} writes. */
@Entity
@Immutable
@IdClass(UserCouponRow.Key.class)
@Table(name = "user_coupon_view")
@NullUnmarked // Hibernate sets the fields.
class UserCouponRow {

    @Id
    private String userId;

    @Id
    private String couponId;

    @Id
    private int serial;

    private long issuedAt;
    private long expiresAt;
    private @Nullable Long redeemedAt;
    private long issuedPosition;

    /** The primary key. */
    record Key(String userId, String couponId, int serial) implements Serializable {}

    UserCouponView view(Instant now) {
        Instant expires = Micros.toInstant(expiresAt);
        return new UserCouponView(
                couponId, serial, status(now, expires), Micros.toInstant(issuedAt), expires, issuedPosition);
    }

    private UserCouponStatus status(Instant now, Instant expires) {
        if (redeemedAt != null) {
            return UserCouponStatus.REDEEMED;
        }
        return now.isBefore(expires) ? UserCouponStatus.ISSUED : UserCouponStatus.EXPIRED;
    }
}
