package io.firstcome.query.coupon.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.firstcome.query.coupon.api.CouponStatus;
import io.firstcome.query.coupon.api.CouponTerms;
import io.firstcome.query.coupon.api.CouponView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A campaign and how far it is.
 *
 * @param issued pieces issued, of which {@code redeemed} have paid for something; {@code remaining} are left
 * @param version the coupon's version that this shows
 * @param refusals requests refused so far, by code; for operators only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(example = """
                {"couponId": "1", "name": "Welcome", "quantity": 1000, "issued": 420, "redeemed": 0, "remaining": 580,
                 "status": "OPEN", "discount": {"type": "FIXED", "value": 1000}, "minOrderAmount": 0, "validDays": 10,
                 "limitPerUser": 1, "createdAt": "2026-11-20T09:00:00Z", "version": 420,
                 "refusals": {"COUPON_ALREADY_ISSUED": 3}}""")
record CouponViewResponse(
        String couponId,
        String name,
        int quantity,
        int issued,
        int redeemed,
        int remaining,
        CouponStatus status,
        DiscountView discount,
        long minOrderAmount,
        @Nullable Instant issueFrom,
        @Nullable Instant issueUntil,
        int validDays,
        int limitPerUser,

        @Schema(allowableValues = {"BASIC", "SILVER", "GOLD", "VIP"}) @Nullable
        String requiredTier,

        Instant createdAt,
        @Nullable Instant closedAt,
        long version,
        @Nullable Map<String, Long> refusals) {

    /** @param type {@code FIXED} or {@code PERCENT} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DiscountView(
            @Schema(allowableValues = {"FIXED", "PERCENT"}) String type,
            long value,
            @Nullable Long maxAmount) {}

    static CouponViewResponse of(CouponView view) {
        CouponTerms terms = view.terms();
        return new CouponViewResponse(
                terms.couponId(),
                terms.name(),
                terms.quantity(),
                view.issued(),
                view.redeemed(),
                view.remaining(),
                view.status(),
                new DiscountView(terms.discountType(), terms.discountValue(), terms.discountMaxAmount()),
                terms.minOrderAmount(),
                terms.issueFrom(),
                terms.issueUntil(),
                terms.validDays(),
                terms.limitPerUser(),
                terms.requiredTier(),
                terms.createdAt(),
                view.closedAt(),
                view.version(),
                view.refusals());
    }
}
