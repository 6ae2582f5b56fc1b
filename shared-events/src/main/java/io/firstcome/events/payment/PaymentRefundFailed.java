package io.firstcome.events.payment;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The card gateway refused a refund. Nothing of it was given back; an operator has to act.
 *
 * @param gatewayCode what it said
 * @param card the card part that was refused; 0 when it was stored by revision 1
 * @param owed whether all of the payment was asked back: then its points come back by a refund of their own
 * @param coupon the piece that is to be restored, when it is owed; null: none
 */
@Revision("2")
public record PaymentRefundFailed(
        PaymentId paymentId,
        OrderId orderId,
        UserId userId,
        RefundId refundId,
        String gatewayCode,
        long card,
        boolean owed,
        @Nullable CouponPiece coupon,
        Instant failedAt)
        implements PaymentEvent, AboutUser {}
