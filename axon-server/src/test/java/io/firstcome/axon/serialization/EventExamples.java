package io.firstcome.axon.serialization;

import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponClosed;
import io.firstcome.events.coupon.CouponCreated;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponIssued;
import io.firstcome.events.coupon.Discount;
import io.firstcome.events.coupon.Tier;
import java.time.Instant;
import java.util.List;

/**
 * One event of each kind with every field set, and one with the optional fields absent where there are any.
 *
 * <p>Each has its approved JSON under {@code contracts/<context>/<event>-<revision>[-<variant>].json}. A new event adds its
 * examples here and its files there. Neither is ever changed: a new shape gets a new revision and an upcaster, and the
 * file of the old revision stays.
 */
final class EventExamples {

    private static final Instant AT = Instant.parse("2026-11-20T09:00:00.123456Z");

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
            new EventExample("coupon/CouponClosed-1", new CouponClosed(new CouponId("1"), AT)));

    private EventExamples() {}
}
