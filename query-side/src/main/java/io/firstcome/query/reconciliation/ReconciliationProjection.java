package io.firstcome.query.reconciliation;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.events.AboutUser;
import io.firstcome.events.concert.DateEvent.SeatsHeld;
import io.firstcome.events.concert.DateEvent.SeatsReleased;
import io.firstcome.events.concert.DateEvent.SeatsReturned;
import io.firstcome.events.concert.DateEvent.SeatsSold;
import io.firstcome.events.concert.DateId;
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
import io.firstcome.query.reconciliation.ReconciliationRow.Heard;
import io.firstcome.query.view.FoldingProjection;
import io.firstcome.query.view.ViewEvents;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewTable;
import java.util.Collection;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps table {@code reconciliation_view}: what orders and payments still wait for.
 *
 * <p>Each event is passed to the order, to the payment, or to both that it is about; their rows know what must follow.
 */
@Component
@ProcessingGroup(ReconciliationProjection.GROUP)
class ReconciliationProjection extends FoldingProjection<String, Heard, ReconciliationRow> {

    static final String GROUP = "reconciliation";
    static final ViewTable<ReconciliationRow> ROWS =
            ViewTable.of("reconciliation_view", ReconciliationRow.class).fixed("order_id", "payment_id", "user_id");

    /**
     * All events about one user belong together: an order is compared with its stocks, its payments and their coupons,
     * and the buyer is the one thing that all of these events name.
     */
    private static final ViewEvents EVENTS = ViewEvents.of(OrderId.TYPE, PaymentId.TYPE, StockId.TYPE, DateId.TYPE)
            .sequencedBy(AboutUser.class, event -> event.userId().value());

    ReconciliationProjection(ViewFrame frame) {
        super(frame, EVENTS, ROWS);
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
    void on(SeatsHeld event, DomainEventMessage<?> message) {
        order(event.orderId(), message);
    }

    @EventHandler
    void on(SeatsReleased event, DomainEventMessage<?> message) {
        order(event.orderId(), message);
    }

    @EventHandler
    void on(SeatsSold event, DomainEventMessage<?> message) {
        order(event.orderId(), message);
    }

    @EventHandler
    void on(SeatsReturned event, DomainEventMessage<?> message) {
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

    private void order(OrderId order, DomainEventMessage<?> message) {
        hear(order.toString(), order, null, message);
    }

    private void payment(PaymentId payment, @Nullable OrderId order, DomainEventMessage<?> message) {
        hear(payment.toString(), order, payment.value(), message);
    }

    private void hear(
            String subject, @Nullable OrderId order, @Nullable String paymentId, DomainEventMessage<?> message) {
        String orderId = order == null ? null : order.value();
        add(subject, new Heard(subject, orderId, paymentId, (AboutUser) message.getPayload()), message);
    }

    private void both(OrderId order, @Nullable PaymentId payment, DomainEventMessage<?> message) {
        order(order, message);
        if (payment != null) {
            payment(payment, order, message);
        }
    }

    /** A row that is done is as good as none, so that the result does not depend on where a batch ends. */
    @Override
    protected ReconciliationRow after(@Nullable ReconciliationRow row, Heard heard, EventPosition at) {
        ReconciliationRow open = row == null ? new ReconciliationRow(heard) : row;
        open.add(heard, at);
        return open;
    }

    @Override
    protected void writeRows(Collection<ReconciliationRow> changed) {
        changed.forEach(ReconciliationRow::store);
        super.writeRows(changed);
    }
}
