package io.firstcome.axon.serialization;

import static io.firstcome.axon.serialization.EventExamples.AT;

import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.CancelReason;
import io.firstcome.events.order.OrderCancelled;
import io.firstcome.events.order.OrderConfirmed;
import io.firstcome.events.order.OrderDelivered;
import io.firstcome.events.order.OrderExpired;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.OrderPaid;
import io.firstcome.events.order.OrderPaymentLate;
import io.firstcome.events.order.OrderPaymentRefused;
import io.firstcome.events.order.OrderPaymentStarted;
import io.firstcome.events.order.OrderPlaced;
import io.firstcome.events.order.OrderRefunded;
import io.firstcome.events.order.OrderRejected;
import io.firstcome.events.order.OrderReturned;
import io.firstcome.events.order.OrderShipped;
import io.firstcome.events.order.PaymentRefusal;
import io.firstcome.events.order.PricedLine;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import java.time.Instant;
import java.util.List;

/** The examples of the events of an order. */
final class OrderExamples {

    static final List<EventExample> ALL = List.of(
            new EventExample(
                    "order/OrderPlaced-1",
                    new OrderPlaced(
                            new OrderId("o-1"),
                            new UserId("007"),
                            List.of(
                                    new OrderLine(new ProductId("1"), new SkuId("red"), 2, false),
                                    new OrderLine(new ProductId("2"), new SkuId("2"), 1, true)),
                            "서울 \"1\"",
                            Instant.parse("2026-11-20T09:30:00.123456Z"),
                            AT)),
            new EventExample(
                    "order/OrderPlaced-1-least",
                    new OrderPlaced(
                            new OrderId("o-1"),
                            new UserId("007"),
                            List.of(new OrderLine(new ProductId("1"), new SkuId("1"), 1, false)),
                            null,
                            Instant.parse("2026-11-20T09:30:00.123456Z"),
                            AT)),
            new EventExample(
                    "order/OrderConfirmed-1",
                    new OrderConfirmed(
                            new OrderId("o-1"),
                            new UserId("007"),
                            List.of(
                                    new PricedLine(new ProductId("1"), new SkuId("red"), 2, false, 3_000_000_000L),
                                    new PricedLine(new ProductId("2"), new SkuId("2"), 1, true, 0)),
                            6_000_000_000L,
                            3_000,
                            Instant.parse("2026-11-20T09:30:00.123456Z"),
                            AT)),
            new EventExample(
                    "order/OrderRejected-1",
                    new OrderRejected(new OrderId("o-1"), new UserId("007"), HoldRefusal.LIMIT_PER_USER, AT)),
            new EventExample(
                    "order/OrderPaymentStarted-1",
                    new OrderPaymentStarted(
                            new OrderId("o-1"),
                            new UserId("007"),
                            new PaymentId("pay-1"),
                            6_000_000_000L,
                            3_000,
                            new CouponPiece(new CouponId("1"), 7, Instant.parse("2026-11-20T09:30:00.123456Z")),
                            PaymentMethod.CARD,
                            1_000,
                            "tviva20261120",
                            AT)),
            new EventExample(
                    "order/OrderPaymentStarted-1-least",
                    new OrderPaymentStarted(
                            new OrderId("o-1"),
                            new UserId("007"),
                            new PaymentId("pay-1"),
                            10_000,
                            3_000,
                            null,
                            PaymentMethod.POINT,
                            0,
                            null,
                            AT)),
            new EventExample(
                    "order/OrderPaymentRefused-1",
                    new OrderPaymentRefused(
                            new OrderId("o-1"),
                            new UserId("007"),
                            new PaymentId("pay-1"),
                            PaymentRefusal.COUPON_NOT_APPLICABLE,
                            AT)),
            new EventExample(
                    "order/OrderPaid-1",
                    new OrderPaid(
                            new OrderId("o-1"),
                            new UserId("007"),
                            new PaymentId("pay-1"),
                            List.of(
                                    new OrderLine(new ProductId("1"), new SkuId("red"), 2, false),
                                    new OrderLine(new ProductId("2"), new SkuId("2"), 1, true)),
                            new HoldId("o-1"),
                            6_000_000_000L,
                            5_000,
                            AT)),
            new EventExample(
                    "order/OrderPaymentLate-1",
                    new OrderPaymentLate(
                            new OrderId("o-1"),
                            new UserId("007"),
                            new PaymentId("pay-1"),
                            List.of(
                                    new OrderLine(new ProductId("1"), new SkuId("red"), 2, false),
                                    new OrderLine(new ProductId("2"), new SkuId("2"), 1, true)),
                            6_000_000_000L,
                            5_000,
                            true,
                            AT)),
            new EventExample(
                    "order/OrderCancelled-1",
                    new OrderCancelled(
                            new OrderId("o-1"),
                            new UserId("007"),
                            CancelReason.ASKED_FOR,
                            new PaymentId("pay-1"),
                            new HoldId("o-1"),
                            List.of(
                                    new OrderLine(new ProductId("1"), new SkuId("red"), 2, false),
                                    new OrderLine(new ProductId("2"), new SkuId("2"), 1, true)),
                            AT)),
            new EventExample(
                    "order/OrderCancelled-1-least",
                    new OrderCancelled(
                            new OrderId("o-1"),
                            new UserId("007"),
                            CancelReason.PAYMENT_DECLINED,
                            null,
                            null,
                            List.of(
                                    new OrderLine(new ProductId("1"), new SkuId("red"), 2, false),
                                    new OrderLine(new ProductId("2"), new SkuId("2"), 1, true)),
                            AT)),
            new EventExample("order/OrderExpired-1", new OrderExpired(new OrderId("o-1"), new UserId("007"), AT)),
            new EventExample(
                    "order/OrderShipped-1",
                    new OrderShipped(new OrderId("o-1"), new UserId("007"), new PaymentId("pay-1"), AT)),
            new EventExample("order/OrderDelivered-1", new OrderDelivered(new OrderId("o-1"), new UserId("007"), AT)),
            new EventExample(
                    "order/OrderReturned-1",
                    new OrderReturned(
                            new OrderId("o-1"),
                            new UserId("007"),
                            new PaymentId("pay-1"),
                            new HoldId("pay-1-late"),
                            List.of(
                                    new OrderLine(new ProductId("1"), new SkuId("red"), 2, false),
                                    new OrderLine(new ProductId("2"), new SkuId("2"), 1, true)),
                            AT)),
            new EventExample(
                    "order/OrderRefunded-1",
                    new OrderRefunded(
                            new OrderId("o-1"),
                            new UserId("007"),
                            new PaymentId("pay-1"),
                            new HoldId("o-1"),
                            List.of(
                                    new OrderLine(new ProductId("1"), new SkuId("red"), 2, false),
                                    new OrderLine(new ProductId("2"), new SkuId("2"), 1, true)),
                            true,
                            AT)),
            new EventExample(
                    "order/OrderRefunded-1-least",
                    new OrderRefunded(
                            new OrderId("o-1"),
                            new UserId("007"),
                            new PaymentId("pay-1"),
                            null,
                            List.of(
                                    new OrderLine(new ProductId("1"), new SkuId("red"), 2, false),
                                    new OrderLine(new ProductId("2"), new SkuId("2"), 1, true)),
                            false,
                            AT)));

    private OrderExamples() {}
}
