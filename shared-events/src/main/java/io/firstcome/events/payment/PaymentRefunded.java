package io.firstcome.events.payment;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A part of the payment, or all of it, was given back.
 *
 * @param refunded all that was given back by now
 * @param whole whether that is all that was paid
 * @param coupon the piece that is to be restored, when it is whole; null: none
 */
@Revision("1")
public record PaymentRefunded(
        PaymentId paymentId,
        OrderId orderId,
        UserId userId,
        RefundId refundId,
        long amount,
        long refunded,
        boolean whole,
        @Nullable CouponPiece coupon,
        Instant refundedAt)
        implements PaymentEvent, AboutUser {}
