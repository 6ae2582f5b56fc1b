package io.firstcome.command.coupon.rest;

import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.coupon.Tier;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A campaign as it was set up. */
@Schema(example = """
                {"couponId": "spring-1", "name": "Spring sale", "quantity": 1000,
                 "discount": {"type": "PERCENT", "value": 10, "maxAmount": 5000}, "minOrderAmount": 0,
                 "validDays": 10, "limitPerUser": 1, "createdAt": "2026-11-20T09:00:00Z"}""")
record CouponResponse(
        String couponId,
        String name,
        int quantity,
        Discount discount,
        long minOrderAmount,
        @Nullable Instant issueFrom,
        @Nullable Instant issueUntil,
        int validDays,
        int limitPerUser,
        @Nullable Tier requiredTier,
        Instant createdAt) {

    static CouponResponse of(CouponCreated event) {
        return new CouponResponse(
                event.couponId().value(),
                event.name(),
                event.quantity(),
                event.discount(),
                event.minOrderAmount(),
                event.issueFrom(),
                event.issueUntil(),
                event.validDays(),
                event.limitPerUser(),
                event.requiredTier(),
                event.createdAt());
    }
}
