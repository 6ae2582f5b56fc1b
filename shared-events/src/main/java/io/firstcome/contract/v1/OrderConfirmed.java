package io.firstcome.contract.v1;

import java.time.Instant;
import java.util.List;

/**
 * All lines are held. Status AWAITING_PAYMENT.
 *
 * @param amount the lines together
 * @param shippingFee comes on top
 */
public record OrderConfirmed(
        String orderId,
        String userId,
        List<PricedLine> lines,
        long amount,
        long shippingFee,
        Instant holdExpiresAt,
        Instant confirmedAt)
        implements OrderMessage {}
