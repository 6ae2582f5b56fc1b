package io.firstcome.events.payment;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An order is to be paid.
 *
 * @param amount what is to be paid, after the discount
 * @param discount what the coupon took off
 * @param points the part of the amount that is paid with points
 * @param card the part that is paid by card
 * @param paymentKey the gateway's name of the checkout; null: nothing by card
 */
@Revision("1")
public record PaymentRequested(
        PaymentId paymentId,
        OrderId orderId,
        UserId userId,
        long amount,
        long discount,
        @Nullable CouponPiece coupon,
        long points,
        long card,
        @Nullable String paymentKey,
        Instant requestedAt)
        implements PaymentEvent, AboutUser {}
