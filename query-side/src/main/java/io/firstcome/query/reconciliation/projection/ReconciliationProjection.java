package io.firstcome.query.reconciliation.projection;

import io.firstcome.axon.processors.UnknownEvents;
import io.firstcome.axon.processors.ViewBatch;
import io.firstcome.axon.processors.ViewDeadLetterQueue;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.coupon.CouponEvent.CouponRestored;
import io.firstcome.events.order.OrderEvent;
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
import io.firstcome.events.payment.PaymentEvent;
import io.firstcome.events.payment.PaymentEvent.PaymentDeclined;
import io.firstcome.events.payment.PaymentEvent.PaymentSettled;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.stock.StockEvent.StockHeld;
import io.firstcome.events.stock.StockEvent.StockReleased;
import io.firstcome.events.stock.StockEvent.StockReturned;
import io.firstcome.events.stock.StockEvent.StockSold;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.wallet.WalletEvent.PointsRefunded;
import io.firstcome.query.reconciliation.readmodel.ReconciliationChange;
import io.firstcome.query.reconciliation.readmodel.ReconciliationTable;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Keeps table {@code reconciliation_view}: what orders and payments still wait for.
 *
 * <p>Each event is passed to the order, to the payment, or to both that it is about; their rows know what must follow.
 */
@Component
@ProcessingGroup(ReconciliationProjection.GROUP)
class ReconciliationProjection {

    static final String GROUP = "reconciliation";

    private final ReconciliationTable table;
    private final ViewBatch<ReconciliationChange> changes;

    ReconciliationProjection(
            ReconciliationTable table, @Qualifier("deadLettersOfReconciliation") ViewDeadLetterQueue deadLetters) {
        this.table = table;
        this.changes = new ViewBatch<>(deadLetters, table);
    }

    @EventHandler
    void on(OrderEvent event, DomainEventMessage<?> message) {
        OrderId order = event.orderId();
        switch (event) {
            case OrderPlaced placed -> order(order, message);
            case OrderConfirmed confirmed -> order(order, message);
            case OrderRejected rejected -> order(order, message);
            case OrderExpired expired -> order(order, message);
            case OrderPaymentStarted started -> payment(started.paymentId(), order, message);
            case OrderPaymentLate late -> payment(late.paymentId(), order, message);
            case OrderPaymentRefused refused -> both(order, refused.paymentId(), message);
            case OrderPaid paid -> both(order, paid.paymentId(), message);
            case OrderCancelled cancelled -> both(order, cancelled.paymentId(), message);
            case OrderReturned returned -> both(order, returned.paymentId(), message);
            case OrderRefunded refunded -> both(order, refunded.paymentId(), message);
            case OrderRefundStarted started -> both(order, started.paymentId(), message);
            case OrderRefundFailed failed -> payment(failed.paymentId(), order, message);
            case OrderLinesHeld held -> {}
            case OrderShipped shipped -> {}
            case OrderDelivered delivered -> {}
        }
    }

    @EventHandler
    void on(PaymentEvent event, DomainEventMessage<?> message) {
        switch (event) {
            case PaymentSettled settled -> {}
            case PaymentDeclined declined -> both(declined.orderId(), declined.paymentId(), message);
            default -> payment(event.paymentId(), event.orderId(), message);
        }
    }

    @EventHandler
    void on(StockHeld event, DomainEventMessage<?> message) {
        order(event.orderId(), message);
    }

    @EventHandler
    void on(StockReleased event, DomainEventMessage<?> message) {
        order(event.orderId(), message);
    }

    @EventHandler
    void on(StockSold event, DomainEventMessage<?> message) {
        order(event.orderId(), message);
    }

    @EventHandler
    void on(StockReturned event, DomainEventMessage<?> message) {
        order(event.orderId(), message);
    }

    @EventHandler
    void on(CouponRedeemed event, DomainEventMessage<?> message) {
        payment(event.paymentId(), event.orderId(), message);
    }

    @EventHandler
    void on(CouponRedemptionRefused event, DomainEventMessage<?> message) {
        both(event.orderId(), event.paymentId(), message);
    }

    @EventHandler
    void on(CouponRestored event, DomainEventMessage<?> message) {
        payment(event.paymentId(), null, message);
    }

    @EventHandler
    void on(PointsRefunded event, DomainEventMessage<?> message) {
        payment(event.paymentId(), null, message);
    }

    @EventHandler
    void on(UnknownSerializedType event, DomainEventMessage<?> message) {
        UnknownEvents.refuse(message, OrderId.TYPE);
        UnknownEvents.refuse(message, PaymentId.TYPE);
        UnknownEvents.refuse(message, StockId.TYPE);
    }

    private void order(OrderId order, DomainEventMessage<?> message) {
        changes.add(ReconciliationChange.ofOrder(order, message));
    }

    private void payment(PaymentId payment, @Nullable OrderId order, DomainEventMessage<?> message) {
        changes.add(ReconciliationChange.ofPayment(payment, order, message));
    }

    private void both(OrderId order, @Nullable PaymentId payment, DomainEventMessage<?> message) {
        order(order, message);
        if (payment != null) {
            payment(payment, order, message);
        }
    }

    @ResetHandler
    void reset() {
        table.clear();
    }
}
