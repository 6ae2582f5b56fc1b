package io.firstcome.query.usercoupon;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.query.usercoupon.UserCouponView.Status;
import io.firstcome.query.view.ViewRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code user_coupon_view}: an issued coupon. */
final class UserCouponRow extends ViewRow<List<Object>> {

    String userId;
    String couponId;
    int serial;
    Instant issuedAt;
    Instant expiresAt;
    long issuedPosition;

    @Nullable
    Instant redeemedAt;

    @SuppressWarnings("NullAway.Init") // its table sets the fields
    UserCouponRow() {}

    UserCouponRow(CouponIssued event, EventPosition at) {
        userId = event.userId().value();
        couponId = event.couponId().value();
        serial = event.serial();
        issuedAt = event.issuedAt();
        expiresAt = event.expiresAt();
        issuedPosition = at.position();
        position = at.position();
    }

    @Override
    protected List<Object> key() {
        return List.of(userId, couponId, serial);
    }

    UserCouponView view(Instant now) {
        return new UserCouponView(couponId, serial, status(now), issuedAt, expiresAt, issuedPosition);
    }

    private Status status(Instant now) {
        if (redeemedAt != null) {
            return Status.REDEEMED;
        }
        return now.isBefore(expiresAt) ? Status.ISSUED : Status.EXPIRED;
    }
}
