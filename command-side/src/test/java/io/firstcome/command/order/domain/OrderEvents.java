package io.firstcome.command.order.domain;

import static io.firstcome.command.order.domain.Orders.AMOUNT;
import static io.firstcome.command.order.domain.Orders.DISCOUNT;
import static io.firstcome.command.order.domain.Orders.EXPIRY;
import static io.firstcome.command.order.domain.Orders.FEE;
import static io.firstcome.command.order.domain.Orders.HOLD;
import static io.firstcome.command.order.domain.Orders.ID;
import static io.firstcome.command.order.domain.Orders.LINES;
import static io.firstcome.command.order.domain.Orders.NOW;
import static io.firstcome.command.order.domain.Orders.P1;
import static io.firstcome.command.order.domain.Orders.PAID;
import static io.firstcome.command.order.domain.Orders.PIECE;
import static io.firstcome.command.order.domain.Orders.PRICED;
import static io.firstcome.command.order.domain.Orders.USER;

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
import io.firstcome.events.order.PaymentRefusal;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Events of order 1, as the commands of {@link Orders} cause them. */
final class OrderEvents {

    private OrderEvents() {}

    static OrderPlaced placed() {
        return new OrderPlaced(ID, USER, LINES, "Teheran-ro 1, Seoul", EXPIRY, NOW);
    }

    static OrderConfirmed confirmed() {
        return new OrderConfirmed(ID, USER, PRICED, AMOUNT, FEE, EXPIRY, NOW);
    }

    /** Of the first line. */
    static OrderLinesHeld linesHeld() {
        return new OrderLinesHeld(ID, USER, PRICED.subList(0, 1), NOW);
    }

    static OrderRejected rejected() {
        return new OrderRejected(ID, USER, HoldRefusal.OUT_OF_STOCK, NOW);
    }

    static OrderPaymentStarted started(PaymentId payment) {
        return started(payment, NOW);
    }

    static OrderPaymentStarted started(PaymentId payment, Instant at) {
        return new OrderPaymentStarted(ID, USER, payment, AMOUNT, FEE, PIECE, PaymentMethod.CARD, 500, "key", at);
    }

    static OrderPaymentRefused refused(PaymentId payment) {
        return new OrderPaymentRefused(ID, USER, payment, PaymentRefusal.COUPON_NOT_APPLICABLE, NOW);
    }

    static OrderPaid paid() {
        return paid(HOLD);
    }

    static OrderPaid paid(HoldId hold) {
        return new OrderPaid(ID, USER, P1, LINES, hold, PAID, DISCOUNT, NOW);
    }

    static OrderPaymentLate late(boolean expired) {
        return new OrderPaymentLate(ID, USER, P1, LINES, PAID, DISCOUNT, expired, NOW);
    }

    static OrderCancelled cancelled() {
        return new OrderCancelled(ID, USER, CancelReason.ASKED_FOR, null, null, LINES, NOW);
    }

    static OrderCancelled cancelledPaid(HoldId hold) {
        return new OrderCancelled(ID, USER, CancelReason.ASKED_FOR, P1, hold, LINES, NOW);
    }

    static OrderCancelled declined() {
        return new OrderCancelled(ID, USER, CancelReason.PAYMENT_DECLINED, null, null, LINES, NOW);
    }

    static OrderExpired expired() {
        return expired(EXPIRY);
    }

    static OrderExpired expired(Instant at) {
        return new OrderExpired(ID, USER, at);
    }

    static OrderShipped shipped() {
        return new OrderShipped(ID, USER, P1, NOW);
    }

    static OrderDelivered delivered() {
        return new OrderDelivered(ID, USER, NOW);
    }

    static OrderReturned returned(HoldId hold, Instant at) {
        return new OrderReturned(ID, USER, P1, hold, LINES, at);
    }

    /** All is asked back, and with the hold the order ends. */
    static OrderRefundStarted allAskedBack(String refund, long amount, @Nullable HoldId hold) {
        return new OrderRefundStarted(ID, USER, P1, new RefundId(refund), amount, true, "why", hold, LINES, NOW);
    }

    static OrderRefundStarted partAskedBack(String refund, long amount) {
        return new OrderRefundStarted(ID, USER, P1, new RefundId(refund), amount, false, "why", null, LINES, NOW);
    }

    static OrderRefundFailed refundFailed(String refund, long amount, boolean owed) {
        return new OrderRefundFailed(ID, USER, P1, new RefundId(refund), amount, owed, "REFUND_REJECTED", NOW);
    }

    static OrderRefunded refunded(@Nullable HoldId hold, boolean restock) {
        return new OrderRefunded(ID, USER, P1, hold, LINES, restock, NOW);
    }
}
