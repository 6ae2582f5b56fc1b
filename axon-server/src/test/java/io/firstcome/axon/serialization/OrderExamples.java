package io.firstcome.axon.serialization;

import static io.firstcome.axon.serialization.EventExamples.AT;

import io.firstcome.events.UserId;
import io.firstcome.events.concert.ConcertId;
import io.firstcome.events.concert.DateId;
import io.firstcome.events.concert.Seat;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.CancelReason;
import io.firstcome.events.order.OrderEvent.OrderCancelled;
import io.firstcome.events.order.OrderEvent.OrderConfirmed;
import io.firstcome.events.order.OrderEvent.OrderDelivered;
import io.firstcome.events.order.OrderEvent.OrderExpired;
import io.firstcome.events.order.OrderEvent.OrderLinesHeld;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderPaymentLate;
import io.firstcome.events.order.OrderEvent.OrderPaymentRefused;
import io.firstcome.events.order.OrderEvent.OrderPaymentStarted;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderEvent.OrderRefundFailed;
import io.firstcome.events.order.OrderEvent.OrderRefundStarted;
import io.firstcome.events.order.OrderEvent.OrderRefunded;
import io.firstcome.events.order.OrderEvent.OrderRejected;
import io.firstcome.events.order.OrderEvent.OrderReturned;
import io.firstcome.events.order.OrderEvent.OrderShipped;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.OrderedDate;
import io.firstcome.events.order.PaymentRefusal;
import io.firstcome.events.order.PricedLine;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import java.time.Instant;
import java.util.List;

/** The examples of the events of an order. */
final class OrderExamples {

    private static final OrderId ORDER = new OrderId("o-1");
    private static final UserId USER = new UserId("007");
    private static final PaymentId PAYMENT = new PaymentId("pay-1");
    private static final RefundId REFUND = new RefundId("r-1");
    private static final HoldId HOLD = new HoldId("o-1");
    private static final DateId DATE = new DateId("d-1");
    private static final Instant LATER = Instant.parse("2026-11-20T09:30:00.123456Z");
    private static final List<OrderLine> LINES = List.of(
            new OrderLine(new ProductId("1"), new SkuId("red"), 2, false),
            new OrderLine(new ProductId("2"), new SkuId("2"), 1, true));

    static final List<EventExample> ALL = List.of(
            new EventExample("order/OrderPlaced-1", new OrderPlaced(ORDER, USER, LINES, "서울 \"1\"", LATER, AT)),
            new EventExample(
                    "order/OrderPlaced-1-least",
                    new OrderPlaced(
                            ORDER,
                            USER,
                            List.of(new OrderLine(new ProductId("1"), new SkuId("1"), 1, false)),
                            null,
                            LATER,
                            AT)),
            new EventExample(
                    "order/OrderPlaced-1-seats",
                    new OrderPlaced(
                            ORDER,
                            USER,
                            List.of(OrderLine.ofSeat(DATE, 7)),
                            null,
                            LATER,
                            new OrderedDate(new ConcertId("c-1"), DATE, LATER),
                            AT)),
            new EventExample(
                    "order/OrderConfirmed-1-seats",
                    new OrderConfirmed(
                            ORDER,
                            USER,
                            List.of(PricedLine.ofSeat(DATE, new Seat(7, "VIP", 3_000_000_000L))),
                            3_000_000_000L,
                            0,
                            LATER,
                            AT)),
            new EventExample(
                    "order/OrderRejected-1-seats",
                    new OrderRejected(ORDER, USER, HoldRefusal.SEAT_TAKEN, List.of(7), AT)),
            new EventExample(
                    "order/OrderConfirmed-1",
                    new OrderConfirmed(
                            ORDER,
                            USER,
                            List.of(
                                    new PricedLine(new ProductId("1"), new SkuId("red"), 2, false, 3_000_000_000L),
                                    new PricedLine(new ProductId("2"), new SkuId("2"), 1, true, 0)),
                            6_000_000_000L,
                            3_000,
                            LATER,
                            AT)),
            new EventExample(
                    "order/OrderLinesHeld-1",
                    new OrderLinesHeld(
                            ORDER,
                            USER,
                            List.of(new PricedLine(new ProductId("1"), new SkuId("red"), 2, false, 3_000_000_000L)),
                            AT)),
            new EventExample("order/OrderRejected-1", new OrderRejected(ORDER, USER, HoldRefusal.LIMIT_PER_USER, AT)),
            new EventExample(
                    "order/OrderPaymentStarted-1",
                    new OrderPaymentStarted(
                            ORDER,
                            USER,
                            PAYMENT,
                            6_000_000_000L,
                            3_000,
                            new CouponPiece(new CouponId("1"), 7, LATER),
                            PaymentMethod.CARD,
                            1_000,
                            "tviva20261120",
                            AT)),
            new EventExample(
                    "order/OrderPaymentStarted-1-least",
                    new OrderPaymentStarted(
                            ORDER, USER, PAYMENT, 10_000, 3_000, null, PaymentMethod.POINT, 0, null, AT)),
            new EventExample(
                    "order/OrderPaymentRefused-1",
                    new OrderPaymentRefused(ORDER, USER, PAYMENT, PaymentRefusal.COUPON_NOT_APPLICABLE, AT)),
            new EventExample(
                    "order/OrderPaid-1", new OrderPaid(ORDER, USER, PAYMENT, LINES, HOLD, 6_000_000_000L, 5_000, AT)),
            new EventExample(
                    "order/OrderPaymentLate-1",
                    new OrderPaymentLate(ORDER, USER, PAYMENT, LINES, 6_000_000_000L, 5_000, true, AT)),
            new EventExample(
                    "order/OrderCancelled-1",
                    new OrderCancelled(ORDER, USER, CancelReason.ASKED_FOR, PAYMENT, HOLD, LINES, AT)),
            new EventExample(
                    "order/OrderCancelled-1-least",
                    new OrderCancelled(ORDER, USER, CancelReason.PAYMENT_DECLINED, null, null, LINES, AT)),
            new EventExample("order/OrderExpired-1", new OrderExpired(ORDER, USER, AT)),
            new EventExample("order/OrderShipped-1", new OrderShipped(ORDER, USER, PAYMENT, AT)),
            new EventExample("order/OrderDelivered-1", new OrderDelivered(ORDER, USER, AT)),
            new EventExample(
                    "order/OrderReturned-1",
                    new OrderReturned(ORDER, USER, PAYMENT, new HoldId("pay-1-late"), LINES, AT)),
            new EventExample(
                    "order/OrderRefundStarted-1",
                    new OrderRefundStarted(
                            ORDER, USER, PAYMENT, REFUND, 6_000_000_000L, true, "마음이 바뀜", HOLD, LINES, AT)),
            new EventExample(
                    "order/OrderRefundStarted-1-least",
                    new OrderRefundStarted(ORDER, USER, PAYMENT, REFUND, 1_000, false, "Scratched", null, LINES, AT)),
            new EventExample(
                    "order/OrderRefundFailed-1",
                    new OrderRefundFailed(
                            ORDER, USER, PAYMENT, REFUND, 3_000_000_000L, true, "NOT_CANCELABLE_AMOUNT", AT)),
            new EventExample("order/OrderRefunded-1", new OrderRefunded(ORDER, USER, PAYMENT, HOLD, LINES, true, AT)),
            new EventExample(
                    "order/OrderRefunded-1-least", new OrderRefunded(ORDER, USER, PAYMENT, null, LINES, false, AT)));

    private OrderExamples() {}
}
