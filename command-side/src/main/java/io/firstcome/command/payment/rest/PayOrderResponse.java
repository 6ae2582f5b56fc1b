package io.firstcome.command.payment.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A payment as far as it is known.
 *
 * @param status APPROVED; REQUESTED: not decided yet; UNKNOWN: the card gateway did not say yet
 * @param amount what was paid, after the discount; absent until it is approved
 * @param discount what the coupon took off; absent until it is approved
 */
@Schema(example = """
                {"paymentId": "0b6f0c1e-7a0e-4c0e-9f0a-0d8f7a1b2c3d", "orderId": "6f1c7d52-4c0e-4b7c-8f0a-0d8f7a1b2c3d",
                 "status": "APPROVED", "amount": 18000, "discount": 2000}""")
record PayOrderResponse(
        String paymentId,
        String orderId,

        @Schema(allowableValues = {"APPROVED", "REQUESTED", "UNKNOWN"})
        String status,

        @Nullable Long amount,
        @Nullable Long discount) {}
