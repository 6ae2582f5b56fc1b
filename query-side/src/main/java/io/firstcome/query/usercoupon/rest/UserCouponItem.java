package io.firstcome.query.usercoupon.rest;

import io.firstcome.query.usercoupon.api.UserCouponStatus;
import io.firstcome.query.usercoupon.api.UserCouponView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** One piece in a user's hands. */
@Schema(example = """
                {"couponId": "1", "serial": 7, "status": "ISSUED",
                 "issuedAt": "2026-11-20T09:00:00Z", "expiresAt": "2026-11-30T09:00:00Z"}""")
record UserCouponItem(String couponId, int serial, UserCouponStatus status, Instant issuedAt, Instant expiresAt) {

    static UserCouponItem of(UserCouponView view) {
        return new UserCouponItem(view.couponId(), view.serial(), view.status(), view.issuedAt(), view.expiresAt());
    }
}
