package io.firstcome.query.order.projection;

import io.firstcome.axon.processing.Origin;
import io.firstcome.events.order.CancelReason;
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
import io.firstcome.query.order.api.OrderItem;
import io.firstcome.query.order.api.OrderStatus;
import io.firstcome.query.order.readmodel.OrderChange;
import io.firstcome.query.order.readmodel.OrderChange.Confirmed;
import io.firstcome.query.order.readmodel.OrderChange.MoneyTaken;
import io.firstcome.query.order.readmodel.OrderChange.Moved;
import io.firstcome.query.order.readmodel.OrderChange.Noted;
import io.firstcome.query.order.readmodel.OrderChange.PaymentBegun;
import io.firstcome.query.order.readmodel.OrderChange.PaymentRefused;
import io.firstcome.query.order.readmodel.OrderChange.Placed;
import io.firstcome.query.order.readmodel.OrderChange.RefundBegun;
import io.firstcome.query.order.readmodel.OrderChange.RefundFailed;
import java.time.Instant;
import java.util.List;

/** What each event of an order changes in its view. */
final class OrderChanges {

    private OrderChanges() {}

    static OrderChange of(OrderEvent event, Origin origin) {
        String id = event.orderId().value();
        return switch (event) {
            case OrderPlaced placed -> placed(placed, origin);
            // The prices are shown when all are known.
            case OrderLinesHeld held -> new Noted(id, origin);
            case OrderConfirmed confirmed -> confirmed(confirmed, origin);
            case OrderRejected rejected ->
                new Moved(id, OrderStatus.REJECTED, rejected.reason().name(), false, rejected.rejectedAt(), origin);
            case OrderPaymentStarted started ->
                new PaymentBegun(id, started.paymentId().value(), origin);
            case OrderPaymentRefused refused -> new PaymentRefused(id, origin);
            case OrderPaid paid ->
                new MoneyTaken(
                        id, paid.paymentId().value(), paid.paid(), paid.discount(), false, paid.paidAt(), origin);
            case OrderPaymentLate late ->
                new MoneyTaken(
                        id, late.paymentId().value(), late.paid(), late.discount(), true, late.approvedAt(), origin);
            case OrderCancelled cancelled ->
                new Moved(
                        id,
                        OrderStatus.CANCELLED,
                        cancelled.reason().name(),
                        cancelled.paymentId() != null,
                        cancelled.cancelledAt(),
                        origin);
            case OrderExpired expired -> moved(id, OrderStatus.EXPIRED, expired.expiredAt(), origin);
            case OrderShipped shipped -> moved(id, OrderStatus.SHIPPED, shipped.shippedAt(), origin);
            case OrderDelivered delivered -> moved(id, OrderStatus.DELIVERED, delivered.deliveredAt(), origin);
            // It stays delivered until the money is back.
            case OrderReturned returned -> new RefundBegun(id, origin);
            case OrderRefundStarted started -> refunding(started, origin);
            case OrderRefundFailed failed -> failed(failed, origin);
            case OrderRefunded refunded -> moved(id, OrderStatus.REFUNDED, refunded.refundedAt(), origin);
        };
    }

    private static OrderChange moved(String id, OrderStatus status, Instant at, Origin origin) {
        return new Moved(id, status, null, false, at, origin);
    }

    /** What is given back in parts is shown by the payment: the order goes on. */
    private static OrderChange refunding(OrderRefundStarted event, Origin origin) {
        String id = event.orderId().value();
        if (event.holdId() != null) {
            return new Moved(id, OrderStatus.CANCELLED, CancelReason.ASKED_FOR.name(), true, event.startedAt(), origin);
        }
        return event.whole() ? new RefundBegun(id, origin) : new Noted(id, origin);
    }

    private static OrderChange failed(OrderRefundFailed event, Origin origin) {
        String id = event.orderId().value();
        return event.owed() ? new RefundFailed(id, event.amount(), event.gatewayCode(), origin) : new Noted(id, origin);
    }

    private static OrderChange placed(OrderPlaced event, Origin origin) {
        List<OrderItem> items = event.lines().stream()
                .map(line -> new OrderItem(
                        line.productId().value(), line.skuId().value(), line.quantity(), null, line.preOrder()))
                .toList();
        return new Placed(
                event.orderId().value(),
                event.userId().value(),
                items,
                event.address(),
                event.holdExpiresAt(),
                event.placedAt(),
                origin);
    }

    private static OrderChange confirmed(OrderConfirmed event, Origin origin) {
        List<OrderItem> items = event.lines().stream()
                .map(line -> new OrderItem(
                        line.productId().value(),
                        line.skuId().value(),
                        line.quantity(),
                        line.unitPrice(),
                        line.preOrder()))
                .toList();
        return new Confirmed(
                event.orderId().value(),
                items,
                event.amount(),
                event.shippingFee(),
                event.holdExpiresAt(),
                event.confirmedAt(),
                origin);
    }
}
