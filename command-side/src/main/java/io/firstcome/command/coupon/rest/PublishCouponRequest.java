package io.firstcome.command.coupon.rest;

import io.firstcome.web.json.OpaqueId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** The body of {@code POST /coupon/publish}. */
@Schema(example = "{\"userId\": 1, \"couponId\": 1}")
record PublishCouponRequest(
        @NotNull @OpaqueId String userId, @NotNull @OpaqueId String couponId) {}
