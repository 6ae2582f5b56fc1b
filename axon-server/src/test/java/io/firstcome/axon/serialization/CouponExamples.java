package io.firstcome.axon.serialization;

import static io.firstcome.axon.serialization.EventExamples.AT;

import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponEvent.CouponCreated;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.coupon.CouponEvent.CouponRestored;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.coupon.Tier;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.time.Instant;
import java.util.List;

/** The examples of the events of a coupon. */
final class CouponExamples {

    static final List<EventExample> ALL = List.of(
            new EventExample(
                    "coupon/CouponCreated-1",
                    new CouponCreated(
                            new CouponId("spring-1"),
                            "Frühling \"10 %\" 봄",
                            1_000,
                            new Discount(Discount.Type.PERCENT, 10, 5_000L),
                            20_000,
                            Instant.parse("2026-11-21T00:00:00Z"),
                            Instant.parse("2026-11-22T00:00:00Z"),
                            10,
                            3,
                            Tier.GOLD,
                            AT)),
            new EventExample(
                    "coupon/CouponCreated-1-least",
                    new CouponCreated(
                            new CouponId("1"),
                            "Sale",
                            1,
                            new Discount(Discount.Type.FIXED, 3_000_000_000L, null),
                            0,
                            null,
                            null,
                            10,
                            1,
                            null,
                            AT)),
            new EventExample(
                    "coupon/CouponIssued-1",
                    new CouponIssued(
                            new CouponId("1"),
                            new UserId("007"),
                            1_000,
                            AT,
                            Instant.parse("2026-11-30T09:00:00.123456Z"))),
            new EventExample(
                    "coupon/CouponClosed-2", new CouponClosed(new CouponId("1"), "The offer was withdrawn — 철회", AT)),
            new EventExample(
                    "coupon/CouponRedeemed-1",
                    new CouponRedeemed(
                            new CouponId("1"),
                            new UserId("007"),
                            7,
                            new PaymentId("pay-1"),
                            new OrderId("o-1"),
                            3_000_000_000L,
                            5_000,
                            AT)),
            new EventExample(
                    "coupon/CouponRedemptionRefused-1",
                    new CouponRedemptionRefused(
                            new CouponId("1"), new UserId("007"), 7, new PaymentId("pay-1"), new OrderId("o-1"), AT)),
            new EventExample(
                    "coupon/CouponRestored-1",
                    new CouponRestored(new CouponId("1"), new UserId("007"), 7, new PaymentId("pay-1"), AT)));

    private CouponExamples() {}
}
