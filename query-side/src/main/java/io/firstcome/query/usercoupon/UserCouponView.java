package io.firstcome.query.usercoupon;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * One issued coupon in a user's hands.
 *
 * @param couponId the bare id of the campaign
 * @param serial counts 1 to the campaign's quantity
 * @param expiresAt the first instant at which it can no longer be redeemed
 * @param position the place of its issue in commit order; greater is newer
 */
@Schema(name = "UserCouponItem", example = """
    {"couponId": "1", "serial": 7, "status": "ISSUED",
     "issuedAt": "2026-11-20T09:00:00Z", "expiresAt": "2026-11-30T09:00:00Z"}\
    """)
public record UserCouponView(
        String couponId,
        int serial,
        Status status,
        Instant issuedAt,
        Instant expiresAt,
        @JsonIgnore long position) {

    /** What a user can do with a coupon that they hold. */
    public enum Status {
        /** It can be redeemed. */
        ISSUED,
        /** It has paid for something. */
        REDEEMED,
        /** Its validity is over. */
        EXPIRED
    }
}
