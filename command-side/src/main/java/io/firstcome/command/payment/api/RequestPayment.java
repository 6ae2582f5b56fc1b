package io.firstcome.command.payment.api;

import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Opens the payment of an order. Emits {@code PaymentRequested}, and {@code PaymentApproved} when nothing is left to pay; said
 * again it does nothing.
 *
 * @param amount what is to be paid after the discount, 0 or more
 * @param points for CARD: points to spend beside it, at most the amount is
 */
public record RequestPayment(
        @TargetAggregateIdentifier PaymentId paymentId,
        OrderId orderId,
        UserId userId,
        long amount,
        long discount,
        @Nullable CouponPiece coupon,
        PaymentMethod method,
        long points,
        @Nullable String paymentKey,
        Instant at)
        implements PaymentCommand {

    public RequestPayment {
        if (amount < 0 || discount < 0 || points < 0) {
            throw new IllegalArgumentException("amount, discount and points are 0 or more");
        }
        if (method == PaymentMethod.CARD && points < amount && paymentKey == null) {
            throw new IllegalArgumentException("what is paid by card needs a paymentKey");
        }
    }
}
