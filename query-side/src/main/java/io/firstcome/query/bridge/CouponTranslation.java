package io.firstcome.query.bridge;

import io.firstcome.contract.v1.CouponMessage;
import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.coupon.CouponEvent.CouponRestored;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.coupon.Tier;

/** From the events of a coupon campaign to their messages. An event of the family without its case here does not compile. */
final class CouponTranslation {

    private CouponTranslation() {}

    static CouponMessage of(CouponEvent coupon) {
        return switch (coupon) {
            case CouponCreated event -> message(event);
            case CouponIssued event -> message(event);
            case CouponClosed event -> message(event);
            case CouponRedeemed event -> message(event);
            case CouponRedemptionRefused event -> message(event);
            case CouponRestored event -> message(event);
        };
    }

    private static CouponMessage message(CouponCreated event) {
        Discount discount = event.discount();
        Tier tier = event.requiredTier();
        return new io.firstcome.contract.v1.CouponCreated(
                event.couponId().value(),
                event.name(),
                event.quantity(),
                discount.type().name(),
                discount.value(),
                discount.maxAmount(),
                event.minOrderAmount(),
                event.issueFrom(),
                event.issueUntil(),
                event.validDays(),
                event.limitPerUser(),
                tier == null ? null : tier.name(),
                event.createdAt());
    }

    private static CouponMessage message(CouponIssued event) {
        return new io.firstcome.contract.v1.CouponIssued(
                event.couponId().value(), event.userId().value(), event.serial(), event.issuedAt(), event.expiresAt());
    }

    private static CouponMessage message(CouponClosed event) {
        return new io.firstcome.contract.v1.CouponClosed(event.couponId().value(), event.closedAt());
    }

    private static CouponMessage message(CouponRedeemed event) {
        return new io.firstcome.contract.v1.CouponRedeemed(
                event.couponId().value(),
                event.userId().value(),
                event.serial(),
                event.paymentId().value(),
                event.orderId().value(),
                event.orderAmount(),
                event.discount(),
                event.redeemedAt());
    }

    private static CouponMessage message(CouponRedemptionRefused event) {
        return new io.firstcome.contract.v1.CouponRedemptionRefused(
                event.couponId().value(),
                event.userId().value(),
                event.serial(),
                event.paymentId().value(),
                event.orderId().value(),
                event.refusedAt());
    }

    private static CouponMessage message(CouponRestored event) {
        return new io.firstcome.contract.v1.CouponRestored(
                event.couponId().value(),
                event.userId().value(),
                event.serial(),
                event.paymentId().value(),
                event.restoredAt());
    }
}
