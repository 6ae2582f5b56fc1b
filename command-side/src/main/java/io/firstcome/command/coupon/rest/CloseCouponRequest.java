package io.firstcome.command.coupon.rest;

import io.firstcome.command.coupon.api.CouponCommand.CloseCoupon;
import io.firstcome.web.json.NotOnlySpace;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /coupon/{couponId}/close}, which may be left out. */
@Schema(example = "{\"reason\": \"The supplier withdrew the offer\"}")
record CloseCouponRequest(
        @Schema(description = "Why it ends, for whoever reads it later", defaultValue = DEFAULT_REASON)
        @Size(min = 1, max = CloseCoupon.MAX_REASON_LENGTH)
        @NotOnlySpace
        @Nullable
        String reason) {

    private static final String DEFAULT_REASON = "Closed by the operator";

    static String reasonOf(@Nullable CloseCouponRequest request) {
        return request == null || request.reason() == null ? DEFAULT_REASON : request.reason();
    }
}
