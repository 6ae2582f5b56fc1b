package io.firstcome.events.payment;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * There will be no money.
 *
 * @param gatewayCode what the card gateway said; null: it was not asked
 * @param points what was spent already and is to be given back
 * @param coupon the piece that is to be restored; null: none
 */
@Revision("1")
public record PaymentDeclined(
        PaymentId paymentId,
        OrderId orderId,
        UserId userId,
        DeclineReason reason,
        @Nullable String gatewayCode,
        long points,
        @Nullable CouponPiece coupon,
        Instant declinedAt)
        implements PaymentEvent, AboutUser {}
