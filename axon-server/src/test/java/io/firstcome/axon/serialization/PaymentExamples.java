package io.firstcome.axon.serialization;

import static io.firstcome.axon.serialization.EventExamples.AT;

import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.DeclineReason;
import io.firstcome.events.payment.PaymentEvent.CardRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentApproved;
import io.firstcome.events.payment.PaymentEvent.PaymentDeclined;
import io.firstcome.events.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundFailed;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundStarted;
import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentRequested;
import io.firstcome.events.payment.PaymentEvent.PaymentSettled;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import java.time.Instant;
import java.util.List;

/** The examples of the events of a payment. */
final class PaymentExamples {

    private static final PaymentId PAYMENT = new PaymentId("pay-1");
    private static final OrderId ORDER = new OrderId("o-1");
    private static final UserId USER = new UserId("007");
    private static final RefundId REFUND = new RefundId("o-1-cancelled");
    private static final CouponPiece PIECE =
            new CouponPiece(new CouponId("1"), 7, Instant.parse("2026-11-20T09:30:00.123456Z"));

    /** As one of revision 1 is read. */
    static final PaymentRefundFailed REFUND_FAILED_1 =
            new PaymentRefundFailed(PAYMENT, ORDER, USER, REFUND, "NOT_CANCELABLE_AMOUNT", 0, false, null, AT);

    static final List<EventExample> ALL = List.of(
            new EventExample(
                    "payment/PaymentRequested-1",
                    new PaymentRequested(
                            PAYMENT,
                            ORDER,
                            USER,
                            6_000_000_000L,
                            5_000,
                            PIECE,
                            1_000,
                            5_999_999_000L,
                            "tviva20261120",
                            AT)),
            new EventExample(
                    "payment/PaymentRequested-1-least",
                    new PaymentRequested(PAYMENT, ORDER, USER, 13_000, 0, null, 13_000, 0, null, AT)),
            new EventExample(
                    "payment/PaymentApproved-1", new PaymentApproved(PAYMENT, ORDER, USER, 6_000_000_000L, 5_000, AT)),
            new EventExample(
                    "payment/PaymentDeclined-1",
                    new PaymentDeclined(
                            PAYMENT,
                            ORDER,
                            USER,
                            DeclineReason.PAYMENT_DECLINED,
                            "REJECT_CARD_COMPANY",
                            1_000,
                            PIECE,
                            AT)),
            new EventExample(
                    "payment/PaymentDeclined-1-least",
                    new PaymentDeclined(PAYMENT, ORDER, USER, DeclineReason.INSUFFICIENT_POINTS, null, 0, null, AT)),
            new EventExample(
                    "payment/PaymentOutcomeUnknown-1", new PaymentOutcomeUnknown(PAYMENT, ORDER, USER, "TIMEOUT", AT)),
            new EventExample(
                    "payment/PaymentRefundStarted-1",
                    new PaymentRefundStarted(
                            PAYMENT, ORDER, USER, REFUND, 1_000, 3_000_000_000L, "tviva20261120", "마음이 바뀜", AT)),
            new EventExample(
                    "payment/PaymentRefundStarted-1-least",
                    new PaymentRefundStarted(PAYMENT, ORDER, USER, REFUND, 1_000, 0, null, "Too late", AT)),
            new EventExample(
                    "payment/CardRefunded-1",
                    new CardRefunded(PAYMENT, ORDER, USER, REFUND, 3_000_000_000L, 1_000, AT)),
            new EventExample(
                    "payment/PaymentRefunded-1",
                    new PaymentRefunded(PAYMENT, ORDER, USER, REFUND, 3_000_000_000L, 6_000_000_000L, true, PIECE, AT)),
            new EventExample(
                    "payment/PaymentRefunded-1-least",
                    new PaymentRefunded(PAYMENT, ORDER, USER, REFUND, 1_000, 1_000, false, null, AT)),
            new EventExample(
                    "payment/PaymentRefundFailed-2",
                    new PaymentRefundFailed(
                            PAYMENT, ORDER, USER, REFUND, "NOT_CANCELABLE_AMOUNT", 3_000_000_000L, true, PIECE, AT)),
            new EventExample(
                    "payment/PaymentRefundFailed-2-least",
                    new PaymentRefundFailed(
                            PAYMENT, ORDER, USER, REFUND, "NOT_CANCELABLE_AMOUNT", 1_000, false, null, AT)),
            new EventExample("payment/PaymentSettled-1", new PaymentSettled(PAYMENT, ORDER, USER, AT)));

    private PaymentExamples() {}
}
