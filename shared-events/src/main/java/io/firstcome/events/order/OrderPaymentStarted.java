package io.firstcome.events.order;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A payment of the order began; until it is decided no other begins.
 *
 * @param amount what the lines cost
 * @param shippingFee comes on top; a coupon does not touch it
 * @param coupon the piece that was chosen; null: none. {@code CouponRedeemed} tells which one is redeemed
 * @param points for CARD: how many points to spend beside the card
 * @param paymentKey for CARD: the gateway's name of the buyer's checkout
 */
@Revision("1")
public record OrderPaymentStarted(
        OrderId orderId,
        UserId userId,
        PaymentId paymentId,
        long amount,
        long shippingFee,
        @Nullable CouponPiece coupon,
        PaymentMethod method,
        long points,
        @Nullable String paymentKey,
        Instant startedAt)
        implements OrderEvent, AboutUser {}
