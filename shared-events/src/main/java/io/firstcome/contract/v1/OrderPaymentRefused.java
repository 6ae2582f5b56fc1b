package io.firstcome.contract.v1;

import java.time.Instant;

/**
 * The payment did not begin. The order waits for another.
 *
 * @param reason {@code COUPON_NOT_APPLICABLE}
 */
public record OrderPaymentRefused(String orderId, String userId, String paymentId, String reason, Instant refusedAt)
        implements OrderMessage {}
