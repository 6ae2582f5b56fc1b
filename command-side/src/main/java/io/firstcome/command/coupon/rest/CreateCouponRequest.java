package io.firstcome.command.coupon.rest;

import io.firstcome.command.coupon.api.CouponCommand.CreateCoupon;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.coupon.Tier;
import io.firstcome.web.json.OpaqueId;
import io.firstcome.web.json.SafeInteger;
import io.firstcome.web.problem.FieldError;
import io.firstcome.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /coupon}. */
@Schema(example = """
                {"couponId": "spring-1", "name": "Spring sale", "quantity": 1000,
                 "discount": {"type": "PERCENT", "value": 10, "maxAmount": 5000}, "limitPerUser": 1}""")
record CreateCouponRequest(
        @Schema(description = "Chosen by the caller, or made by the server") @OpaqueId @Nullable
        String couponId,

        @NotBlank @Size(max = CreateCoupon.MAX_NAME_LENGTH) String name,
        @NotNull @Min(1) @Max(CreateCoupon.MAX_QUANTITY) Integer quantity,
        @NotNull @Valid DiscountRequest discount,

        @Schema(description = "The least an order must cost, in the smallest unit", defaultValue = "0")
        @PositiveOrZero
        @Max(SafeInteger.MAX)
        @Nullable
        Long minOrderAmount,

        @Schema(description = "The first instant of issue; absent: at once") @Nullable
        Instant issueFrom,

        @Schema(description = "The first instant after it; absent: no end") @Nullable
        Instant issueUntil,

        @Schema(description = "For how many days an issued coupon is valid", defaultValue = "10")
        @Min(1)
        @Max(CreateCoupon.MAX_VALID_DAYS)
        @Nullable
        Integer validDays,

        @Schema(description = "How many one user may have", defaultValue = "1")
        @Min(1)
        @Max(CreateCoupon.MAX_LIMIT_PER_USER)
        @Nullable
        Integer limitPerUser,

        @Schema(description = "The least tier of a user; absent: any user") @Nullable
        Tier requiredTier) {

    private static final int DEFAULT_VALID_DAYS = 10;

    /** @param value FIXED: an amount; PERCENT: 1 to 100 */
    record DiscountRequest(
            @NotNull Discount.Type type,
            @NotNull @Min(1) @Max(SafeInteger.MAX) Long value,

            @Schema(description = "PERCENT only: the most it takes off") @Min(1) @Max(SafeInteger.MAX) @Nullable
            Long maxAmount) {}

    CreateCoupon toCommand(Instant at) {
        if (issueFrom != null && issueUntil != null && !issueFrom.isBefore(issueUntil)) {
            throw ProblemException.invalid("issueUntil", FieldError.Code.OUT_OF_RANGE, "must be later than issueFrom");
        }
        return new CreateCoupon(
                new CouponId(couponId == null ? UUID.randomUUID().toString() : couponId),
                name,
                quantity,
                toDiscount(),
                minOrderAmount == null ? 0 : minOrderAmount,
                issueFrom,
                issueUntil,
                Objects.requireNonNullElse(validDays, DEFAULT_VALID_DAYS),
                Objects.requireNonNullElse(limitPerUser, 1),
                requiredTier,
                at);
    }

    private Discount toDiscount() {
        if (discount.type() == Discount.Type.PERCENT && discount.value() > 100) {
            throw ProblemException.invalid("discount.value", FieldError.Code.OUT_OF_RANGE, "must be 1 to 100");
        }
        if (discount.type() == Discount.Type.FIXED && discount.maxAmount() != null) {
            throw ProblemException.invalid(
                    "discount.maxAmount", FieldError.Code.INVALID_VALUE, "goes with PERCENT only");
        }
        return new Discount(discount.type(), discount.value(), discount.maxAmount());
    }
}
