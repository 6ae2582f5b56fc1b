package io.firstcome.events.coupon;

import io.firstcome.events.AboutUser;
import io.firstcome.events.UserId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The payment that a piece was redeemed for did not come about or was given back whole: the piece may be used again.
 */
@Revision("1")
public record CouponRestored(CouponId couponId, UserId userId, int serial, PaymentId paymentId, Instant restoredAt)
        implements CouponEvent, AboutUser {}
