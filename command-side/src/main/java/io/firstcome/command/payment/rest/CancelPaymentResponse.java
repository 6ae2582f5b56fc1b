package io.firstcome.command.payment.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A refund as far as it is known.
 *
 * @param status REFUNDED, PARTIALLY_REFUNDED; APPROVED: it is not given back yet
 * @param amount what this refund gives back
 * @param refunded all that was given back by now; absent until this is
 */
@Schema(example = """
                {"paymentId": "0b6f0c1e-7a0e-4c0e-9f0a-0d8f7a1b2c3d", "orderId": "6f1c7d52-4c0e-4b7c-8f0a-0d8f7a1b2c3d",
                 "status": "REFUNDED", "amount": 18000, "refunded": 18000}""")
record CancelPaymentResponse(
        String paymentId,
        String orderId,

        @Schema(allowableValues = {"REFUNDED", "PARTIALLY_REFUNDED", "APPROVED"})
        String status,

        long amount,
        @Nullable Long refunded) {}
