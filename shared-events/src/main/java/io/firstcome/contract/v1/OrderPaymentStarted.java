package io.firstcome.contract.v1;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment of the order began; until it is decided no other begins.
 *
 * @param amount what the lines cost
 * @param shippingFee comes on top; a coupon does not touch it
 * @param couponId the campaign of the piece to be redeemed; null: none
 * @param couponSerial the piece that was chosen; null: none. {@code CouponRedeemed} tells which one is redeemed
 * @param method {@code POINT} or {@code CARD}
 * @param points for CARD: how many points to spend beside the card
 */
public record OrderPaymentStarted(
        String orderId,
        String userId,
        String paymentId,
        long amount,
        long shippingFee,
        @Nullable String couponId,
        @Nullable Integer couponSerial,
        String method,
        long points,
        Instant startedAt)
        implements OrderMessage {}
