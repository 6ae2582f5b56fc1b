package io.firstcome.query.bridge;

import io.firstcome.contract.v1.Message;
import io.firstcome.events.coupon.CouponClosed;
import io.firstcome.events.coupon.CouponCreated;
import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.CouponIssued;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.coupon.Tier;

/** From what is stored to what outsiders read. An event of a family without its case here does not compile. */
final class Translation {

    private Translation() {}

    /**
     * The message for an event.
     *
     * @throws IllegalArgumentException when its family has no translation
     */
    static Message of(Object event) {
        if (event instanceof CouponEvent coupon) {
            return ofCoupon(coupon);
        }
        throw new IllegalArgumentException(
                "There is no message for " + event.getClass().getSimpleName());
    }

    private static Message ofCoupon(CouponEvent event) {
        return switch (event) {
            case CouponCreated created -> ofCreated(created);
            case CouponIssued issued ->
                new io.firstcome.contract.v1.CouponIssued(
                        issued.couponId().value(),
                        issued.userId().value(),
                        issued.serial(),
                        issued.issuedAt(),
                        issued.expiresAt());
            case CouponClosed closed ->
                new io.firstcome.contract.v1.CouponClosed(closed.couponId().value(), closed.closedAt());
            default -> throw new IllegalArgumentException("There is no message for " + event);
        };
    }

    private static Message ofCreated(CouponCreated event) {
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
}
