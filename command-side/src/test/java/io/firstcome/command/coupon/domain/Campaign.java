package io.firstcome.command.coupon.domain;

import io.firstcome.command.coupon.api.CouponCommand.CloseCoupon;
import io.firstcome.command.coupon.api.CouponCommand.CreateCoupon;
import io.firstcome.command.coupon.api.CouponCommand.IssueCoupon;
import io.firstcome.command.coupon.api.CouponCommand.RedeemCoupon;
import io.firstcome.command.coupon.api.CouponCommand.RestoreCoupon;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.coupon.CouponEvent.CouponRestored;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.coupon.Tier;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A campaign for tests: the usual one, and what a test changes in it. All of them are coupon 1. */
record Campaign(
        int quantity,
        int limitPerUser,
        int validDays,
        @Nullable Instant issueFrom,
        @Nullable Instant issueUntil,
        @Nullable Tier requiredTier,
        Discount discount,
        long minOrderAmount) {

    static final CouponId ID = new CouponId("1");
    static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    static final Duration TICK = Duration.ofNanos(1_000);

    static final Discount DISCOUNT = new Discount(Discount.Type.PERCENT, 10, 5_000L);
    static final long MIN_ORDER_AMOUNT = 20_000;
    static final String REASON = "The sale is over";

    static Campaign of(int quantity) {
        return new Campaign(quantity, 1, 10, null, null, null, DISCOUNT, MIN_ORDER_AMOUNT);
    }

    Campaign limitPerUser(int limit) {
        return new Campaign(quantity, limit, validDays, issueFrom, issueUntil, requiredTier, discount, minOrderAmount);
    }

    Campaign validDays(int days) {
        return new Campaign(
                quantity, limitPerUser, days, issueFrom, issueUntil, requiredTier, discount, minOrderAmount);
    }

    Campaign window(@Nullable Instant from, @Nullable Instant until) {
        return new Campaign(quantity, limitPerUser, validDays, from, until, requiredTier, discount, minOrderAmount);
    }

    Campaign requiring(@Nullable Tier tier) {
        return new Campaign(quantity, limitPerUser, validDays, issueFrom, issueUntil, tier, discount, minOrderAmount);
    }

    Campaign taking(Discount off, long fromAmount) {
        return new Campaign(quantity, limitPerUser, validDays, issueFrom, issueUntil, requiredTier, off, fromAmount);
    }

    CreateCoupon create() {
        return new CreateCoupon(
                ID,
                "Spring sale",
                quantity,
                discount,
                minOrderAmount,
                issueFrom,
                issueUntil,
                validDays,
                limitPerUser,
                requiredTier,
                NOW);
    }

    CouponCreated created() {
        return new CouponCreated(
                ID,
                "Spring sale",
                quantity,
                discount,
                minOrderAmount,
                issueFrom,
                issueUntil,
                validDays,
                limitPerUser,
                requiredTier,
                NOW);
    }

    CouponIssued issued(String user, int serial) {
        return issued(user, serial, NOW);
    }

    CouponIssued issued(String user, int serial, Instant at) {
        return new CouponIssued(ID, new UserId(user), serial, at, at.plus(Duration.ofDays(validDays)));
    }

    static IssueCoupon issue(String user) {
        return issue(user, NOW);
    }

    static IssueCoupon issue(String user, Instant at) {
        return new IssueCoupon(ID, new UserId(user), null, at);
    }

    static IssueCoupon issue(String user, @Nullable Tier tier) {
        return new IssueCoupon(ID, new UserId(user), tier, NOW);
    }

    static RedeemCoupon redeem(
            String user, int serial, String payment, long orderAmount, Instant at, Instant expiresAt) {
        return new RedeemCoupon(
                ID,
                new UserId(user),
                new CouponPiece(ID, serial, expiresAt),
                new PaymentId(payment),
                new OrderId("order-of-" + payment),
                orderAmount,
                at);
    }

    /** An order just large enough, in the last instant in which the piece is valid. */
    RedeemCoupon redeem(String user, int serial, String payment) {
        Instant expiresAt = NOW.plus(Duration.ofDays(validDays));
        return redeem(user, serial, payment, MIN_ORDER_AMOUNT, expiresAt.minus(TICK), expiresAt);
    }

    static CouponRedeemed redeemed(RedeemCoupon command, long discount) {
        return redeemed(command, command.piece().serial(), discount);
    }

    /** The piece may be another than the one that was chosen. */
    static CouponRedeemed redeemed(RedeemCoupon command, int serial, long discount) {
        return new CouponRedeemed(
                ID,
                command.userId(),
                serial,
                command.paymentId(),
                command.orderId(),
                command.orderAmount(),
                discount,
                command.at());
    }

    static CouponRedemptionRefused refused(RedeemCoupon command) {
        return new CouponRedemptionRefused(
                ID, command.userId(), command.piece().serial(), command.paymentId(), command.orderId(), command.at());
    }

    static RestoreCoupon restore(String user, int serial, String payment) {
        return restore(user, serial, payment, NOW);
    }

    static RestoreCoupon restore(String user, int serial, String payment, Instant at) {
        return new RestoreCoupon(ID, new UserId(user), serial, new PaymentId(payment), at);
    }

    static CouponRestored restored(RestoreCoupon command) {
        return restored(command, command.serial());
    }

    static CouponRestored restored(RestoreCoupon command, int serial) {
        return new CouponRestored(ID, command.userId(), serial, command.paymentId(), command.at());
    }

    static CloseCoupon close() {
        return new CloseCoupon(ID, REASON, NOW);
    }

    static CouponClosed closed() {
        return new CouponClosed(ID, REASON, NOW);
    }
}
