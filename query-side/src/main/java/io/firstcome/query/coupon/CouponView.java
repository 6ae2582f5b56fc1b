package io.firstcome.query.coupon;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A coupon campaign and how far it is, true as of {@code version}.
 *
 * @param issued coupons issued, of which {@code redeemed} have paid for something; {@code remaining} are left
 * @param status derived from the coupons and the clock
 * @param version the sequence number of the last event that it contains
 * @param refusals how often a request was refused, by published code; null when that was not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CouponViewResponse", example = """
                {"couponId": "1", "name": "Welcome", "quantity": 1000, "issued": 420, "redeemed": 0, "remaining": 580,
                 "status": "OPEN", "discount": {"type": "FIXED", "value": 1000}, "minOrderAmount": 0, "validDays": 10,
                 "limitPerUser": 1, "createdAt": "2026-11-20T09:00:00Z", "version": 420,
                 "refusals": {"COUPON_ALREADY_ISSUED": 3}}""")
public record CouponView(
        String couponId,
        String name,
        int quantity,
        int issued,
        int redeemed,
        int remaining,
        Status status,
        Discount discount,
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

    /** What a coupon campaign can do for a user now. */
    public enum Status {
        /** Its window has not begun. */
        SCHEDULED,
        /** It is being issued. */
        OPEN,
        /** All coupons are issued. */
        SOLD_OUT,
        /** Its window is over. */
        ENDED,
        /** An operator has closed it. */
        CLOSED
    }

    /** @param type {@code FIXED} or {@code PERCENT} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DiscountView")
    public record Discount(
            @Schema(allowableValues = {"FIXED", "PERCENT"}) String type,
            long value,
            @Nullable Long maxAmount) {}
}
