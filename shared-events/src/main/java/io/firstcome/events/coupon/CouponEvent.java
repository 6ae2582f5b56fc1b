package io.firstcome.events.coupon;

import io.firstcome.events.AboutUser;
import io.firstcome.events.NotPublished;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The family of events of one coupon campaign. */
public sealed interface CouponEvent {

    CouponId couponId();

    /**
     * A campaign was set up.
     *
     * @param quantity how many are issued at most, 1 or more
     * @param minOrderAmount the least an order must cost for the coupon to apply, 0 or more
     * @param issueFrom the first instant at which it is issued; null: at once
     * @param issueUntil the first instant at which it is no longer issued; null: no end
     * @param validDays for how many days an issued coupon is valid, 1 or more
     * @param limitPerUser how many one user gets at most, 1 or more
     * @param requiredTier the least tier that a user must have; null: any user
     */
    @Revision("1")
    record CouponCreated(
            CouponId couponId,
            String name,
            int quantity,
            Discount discount,
            long minOrderAmount,
            @Nullable Instant issueFrom,
            @Nullable Instant issueUntil,
            int validDays,
            int limitPerUser,
            @Nullable Tier requiredTier,
            Instant createdAt)
            implements CouponEvent {}

    /**
     * One piece was given to one user.
     *
     * @param serial the piece: counts 1 to quantity without holes, so it also tells how many are issued by now
     * @param expiresAt the first instant at which the piece can no longer be redeemed
     */
    @Revision("1")
    record CouponIssued(CouponId couponId, UserId userId, int serial, Instant issuedAt, Instant expiresAt)
            implements CouponEvent, AboutUser {}

    /**
     * The campaign ended before its quantity or its window did; nothing is issued any more. Issued pieces stay valid.
     *
     * @param reason why, in the words of who closed it; an event of revision 1 did not record it
     */
    @Revision("2")
    record CouponClosed(CouponId couponId, @NotPublished String reason, Instant closedAt) implements CouponEvent {}

    /**
     * A piece pays a part of an order.
     *
     * @param serial the piece
     * @param orderAmount what the order costs, without shipping
     * @param discount what the piece takes off it, at most that amount
     */
    @Revision("1")
    record CouponRedeemed(
            CouponId couponId,
            UserId userId,
            int serial,
            PaymentId paymentId,
            OrderId orderId,
            long orderAmount,
            long discount,
            Instant redeemedAt)
            implements CouponEvent, AboutUser {}

    /**
     * A piece was to pay a part of an order and does not: the user has none that is unused and valid, the order costs too little, or
     * nothing would be taken off. The payment must know.
     *
     * @param serial the piece that was chosen when the payment began
     */
    @Revision("1")
    record CouponRedemptionRefused(
            CouponId couponId, UserId userId, int serial, PaymentId paymentId, OrderId orderId, Instant refusedAt)
            implements CouponEvent, AboutUser {}

    /**
     * The payment that a piece was redeemed for did not come about or was given back whole: the piece may be used again.
     */
    @Revision("1")
    record CouponRestored(CouponId couponId, UserId userId, int serial, PaymentId paymentId, Instant restoredAt)
            implements CouponEvent, AboutUser {}
}
