package io.firstcome.command.coupon.rest;

import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * One piece of a coupon in a user's hands.
 *
 * @param serial counts 1 to the coupon's quantity without holes
 */
@Schema(example = """
                {"couponId": "1", "userId": "1", "serial": 1,
                 "issuedAt": "2026-11-20T09:00:00Z", "expiresAt": "2026-11-30T09:00:00Z"}""")
record PublishCouponResponse(String couponId, String userId, int serial, Instant issuedAt, Instant expiresAt) {

    static PublishCouponResponse of(CouponIssued event) {
        return new PublishCouponResponse(
                event.couponId().value(), event.userId().value(), event.serial(), event.issuedAt(), event.expiresAt());
    }
}
