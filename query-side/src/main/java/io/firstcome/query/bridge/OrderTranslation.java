package io.firstcome.query.bridge;

import io.firstcome.contract.v1.OrderMessage;
import io.firstcome.events.coupon.CouponPiece;
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
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.PricedLine;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.stock.HoldId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the events of an order to their messages. An event of the family without its case here does not compile. */
final class OrderTranslation {

    private OrderTranslation() {}

    static OrderMessage of(OrderEvent order) {
        return switch (order) {
            case OrderPlaced event -> message(event);
            case OrderLinesHeld event -> message(event);
            case OrderConfirmed event -> message(event);
            case OrderRejected event -> message(event);
            case OrderPaymentStarted event -> message(event);
            case OrderPaymentRefused event -> message(event);
            case OrderPaid event -> message(event);
            case OrderPaymentLate event -> message(event);
            case OrderCancelled event -> message(event);
            case OrderExpired event -> message(event);
            case OrderShipped event -> message(event);
            case OrderDelivered event -> message(event);
            case OrderReturned event -> message(event);
            case OrderRefundStarted event -> message(event);
            case OrderRefundFailed event -> message(event);
            case OrderRefunded event -> message(event);
        };
    }

    private static OrderMessage message(OrderPlaced event) {
        return new io.firstcome.contract.v1.OrderPlaced(
                event.orderId().value(),
                event.userId().value(),
                lines(event.lines()),
                event.holdExpiresAt(),
                event.placedAt());
    }

    private static OrderMessage message(OrderLinesHeld event) {
        return new io.firstcome.contract.v1.OrderLinesHeld(
                event.orderId().value(), event.userId().value(), pricedLines(event.lines()), event.heldAt());
    }

    private static OrderMessage message(OrderConfirmed event) {
        return new io.firstcome.contract.v1.OrderConfirmed(
                event.orderId().value(),
                event.userId().value(),
                pricedLines(event.lines()),
                event.amount(),
                event.shippingFee(),
                event.holdExpiresAt(),
                event.confirmedAt());
    }

    private static OrderMessage message(OrderRejected event) {
        return new io.firstcome.contract.v1.OrderRejected(
                event.orderId().value(), event.userId().value(), event.reason().name(), event.rejectedAt());
    }

    private static OrderMessage message(OrderPaymentStarted event) {
        CouponPiece coupon = event.coupon();
        return new io.firstcome.contract.v1.OrderPaymentStarted(
                event.orderId().value(),
                event.userId().value(),
                event.paymentId().value(),
                event.amount(),
                event.shippingFee(),
                coupon == null ? null : coupon.couponId().value(),
                coupon == null ? null : coupon.serial(),
                event.method().name(),
                event.points(),
                event.startedAt());
    }

    private static OrderMessage message(OrderPaymentRefused event) {
        return new io.firstcome.contract.v1.OrderPaymentRefused(
                event.orderId().value(),
                event.userId().value(),
                event.paymentId().value(),
                event.reason().name(),
                event.refusedAt());
    }

    private static OrderMessage message(OrderPaid event) {
        return new io.firstcome.contract.v1.OrderPaid(
                event.orderId().value(),
                event.userId().value(),
                event.paymentId().value(),
                lines(event.lines()),
                event.holdId().value(),
                event.paid(),
                event.discount(),
                event.paidAt());
    }

    private static OrderMessage message(OrderPaymentLate event) {
        return new io.firstcome.contract.v1.OrderPaymentLate(
                event.orderId().value(),
                event.userId().value(),
                event.paymentId().value(),
                lines(event.lines()),
                event.paid(),
                event.discount(),
                event.expired(),
                event.approvedAt());
    }

    private static OrderMessage message(OrderCancelled event) {
        return new io.firstcome.contract.v1.OrderCancelled(
                event.orderId().value(),
                event.userId().value(),
                event.reason().name(),
                value(event.paymentId()),
                value(event.holdId()),
                lines(event.lines()),
                event.cancelledAt());
    }

    private static OrderMessage message(OrderExpired event) {
        return new io.firstcome.contract.v1.OrderExpired(
                event.orderId().value(), event.userId().value(), event.expiredAt());
    }

    private static OrderMessage message(OrderShipped event) {
        return new io.firstcome.contract.v1.OrderShipped(
                event.orderId().value(),
                event.userId().value(),
                event.paymentId().value(),
                event.shippedAt());
    }

    private static OrderMessage message(OrderDelivered event) {
        return new io.firstcome.contract.v1.OrderDelivered(
                event.orderId().value(), event.userId().value(), event.deliveredAt());
    }

    private static OrderMessage message(OrderReturned event) {
        return new io.firstcome.contract.v1.OrderReturned(
                event.orderId().value(),
                event.userId().value(),
                event.paymentId().value(),
                event.holdId().value(),
                lines(event.lines()),
                event.returnedAt());
    }

    private static OrderMessage message(OrderRefundStarted event) {
        return new io.firstcome.contract.v1.OrderRefundStarted(
                event.orderId().value(),
                event.userId().value(),
                event.paymentId().value(),
                event.refundId().value(),
                event.amount(),
                event.whole(),
                value(event.holdId()),
                lines(event.lines()),
                event.startedAt());
    }

    private static OrderMessage message(OrderRefundFailed event) {
        return new io.firstcome.contract.v1.OrderRefundFailed(
                event.orderId().value(),
                event.userId().value(),
                event.paymentId().value(),
                event.refundId().value(),
                event.amount(),
                event.owed(),
                event.gatewayCode(),
                event.failedAt());
    }

    private static OrderMessage message(OrderRefunded event) {
        return new io.firstcome.contract.v1.OrderRefunded(
                event.orderId().value(),
                event.userId().value(),
                event.paymentId().value(),
                value(event.holdId()),
                lines(event.lines()),
                event.restock(),
                event.refundedAt());
    }

    private static List<io.firstcome.contract.v1.OrderLine> lines(List<OrderLine> lines) {
        return lines.stream()
                .map(line -> new io.firstcome.contract.v1.OrderLine(
                        line.productId().value(), line.skuId().value(), line.quantity(), line.preOrder()))
                .toList();
    }

    private static List<io.firstcome.contract.v1.PricedLine> pricedLines(List<PricedLine> lines) {
        return lines.stream()
                .map(line -> new io.firstcome.contract.v1.PricedLine(
                        line.productId().value(),
                        line.skuId().value(),
                        line.quantity(),
                        line.preOrder(),
                        line.unitPrice()))
                .toList();
    }

    private static @Nullable String value(@Nullable HoldId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String value(@Nullable PaymentId id) {
        return id == null ? null : id.value();
    }
}
