package io.firstcome.command.coupon.rest;

import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A campaign that has ended. */
@Schema(
        example =
                "{\"couponId\": \"1\", \"reason\": \"Closed by the operator\", \"closedAt\": \"2026-11-20T09:00:00Z\"}")
record CloseCouponResponse(String couponId, String reason, Instant closedAt) {

    static CloseCouponResponse of(CouponClosed event) {
        return new CloseCouponResponse(event.couponId().value(), event.reason(), event.closedAt());
    }
}
