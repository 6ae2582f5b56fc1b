package io.firstcome.query.order;

import io.firstcome.axon.processors.EventPosition;
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
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.PricedLine;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.query.order.OrderView.RefundStatus;
import io.firstcome.query.view.ViewRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code order_view}. {@link OrderView} and {@link OrderDetails} say what the fields mean. */
final class OrderRow extends ViewRow<String> {

    String orderId;
    String userId;

    @Nullable
    String address;

    @Nullable
    String concertId;

    @Nullable
    String dateId;

    Instant placedAt;
    long placedPosition;
    OrderStatus status;

    @Nullable
    Long amount;

    @Nullable
    Long shippingFee;

    long discount;
    long paid;
    long refunded;

    @Nullable
    RefundStatus refundStatus;

    @Nullable
    Long refundAmount;

    @Nullable
    String refundGatewayCode;

    @Nullable
    String paymentId;

    /** Why it was rejected or cancelled. */
    @Nullable
    String reason;

    Instant holdExpiresAt;
    long version;

    @SuppressWarnings("NullAway.Init") // its table sets the fields
    OrderRow() {}

    OrderRow(OrderPlaced event, EventPosition at) {
        orderId = event.orderId().value();
        userId = event.userId().value();
        address = event.address();
        placedAt = event.placedAt();
        placedPosition = at.position();
        holdExpiresAt = event.holdExpiresAt();
        if (event.date() != null) {
            concertId = event.date().concertId().value();
            dateId = event.date().dateId().value();
        }
        version = at.version();
        status = OrderStatus.PENDING;
        come(OrderStatus.PENDING, event.placedAt(), at);
        for (int i = 0; i < event.lines().size(); i++) {
            OrderLine line = event.lines().get(i);
            add(line(i, line.productId(), line.skuId(), line.quantity(), null, line.preOrder(), null));
        }
    }

    @Override
    protected String key() {
        return orderId;
    }

    void add(OrderEvent event, EventPosition at) {
        version = at.version();
        switch (event) {
            case OrderPlaced e -> throw new IllegalStateException("The order is placed twice");
            // The prices are shown when all are known.
            case OrderLinesHeld e -> {}
            case OrderConfirmed e -> confirm(e, at);
            case OrderRejected e -> end(OrderStatus.REJECTED, e.reason().name(), e.rejectedAt(), at);
            case OrderPaymentStarted e -> paymentId = e.paymentId().value();
            case OrderPaymentRefused e -> paymentId = null;
            case OrderPaid e -> {
                take(e.paymentId(), e.paid(), e.discount());
                come(OrderStatus.PAID, e.paidAt(), at);
            }
            // The order had ended by then; it is completed or given back after this.
            case OrderPaymentLate e -> take(e.paymentId(), e.paid(), e.discount());
            case OrderCancelled e -> {
                end(OrderStatus.CANCELLED, e.reason().name(), e.cancelledAt(), at);
                if (e.paymentId() != null) {
                    beginRefund();
                }
            }
            case OrderExpired e -> come(OrderStatus.EXPIRED, e.expiredAt(), at);
            case OrderShipped e -> come(OrderStatus.SHIPPED, e.shippedAt(), at);
            case OrderDelivered e -> come(OrderStatus.DELIVERED, e.deliveredAt(), at);
            // It stays delivered until the money is back.
            case OrderReturned e -> beginRefund();
            case OrderRefundStarted e -> beginRefund(e, at);
            case OrderRefundFailed e -> {
                if (e.owed()) {
                    refund(RefundStatus.FAILED, e.amount(), e.gatewayCode());
                }
            }
            case OrderRefunded e -> {
                come(OrderStatus.REFUNDED, e.refundedAt(), at);
                giveBack(paid);
                refund(RefundStatus.REFUNDED, paid, null);
            }
        }
    }

    private void come(OrderStatus next, Instant when, EventPosition at) {
        status = next;
        add(new OrderDetails.Step(orderId, at.position(), next, when));
    }

    private void end(OrderStatus next, String because, Instant when, EventPosition at) {
        come(next, when, at);
        reason = because;
    }

    private void confirm(OrderConfirmed event, EventPosition at) {
        come(OrderStatus.AWAITING_PAYMENT, event.confirmedAt(), at);
        for (int i = 0; i < event.lines().size(); i++) {
            PricedLine line = event.lines().get(i);
            add(line(
                    i,
                    line.productId(),
                    line.skuId(),
                    line.quantity(),
                    line.unitPrice(),
                    line.preOrder(),
                    line.grade()));
        }
        amount = event.amount();
        shippingFee = event.shippingFee();
        holdExpiresAt = event.holdExpiresAt();
    }

    private OrderView.Item line(
            int number,
            ProductId product,
            SkuId sku,
            int quantity,
            @Nullable Long price,
            boolean preOrder,
            @Nullable String grade) {
        return new OrderView.Item(orderId, product.value(), sku.value(), quantity, price, preOrder, grade, number);
    }

    private void take(PaymentId payment, long money, long off) {
        paymentId = payment.value();
        paid = money;
        discount = off;
    }

    /** What is given back in parts is shown by the payment: the order goes on. */
    private void beginRefund(OrderRefundStarted event, EventPosition at) {
        if (event.holdId() != null) {
            end(OrderStatus.CANCELLED, CancelReason.ASKED_FOR.name(), event.startedAt(), at);
            beginRefund();
        } else if (event.whole()) {
            beginRefund();
        }
    }

    /** What was refused is asked for again, or all that is left for the first time. */
    private void beginRefund() {
        refund(RefundStatus.STARTED, refundAmount == null ? paid - refunded : refundAmount, null);
    }

    private void refund(RefundStatus is, long money, @Nullable String gatewayCode) {
        refundStatus = is;
        refundAmount = money;
        refundGatewayCode = gatewayCode;
    }

    /** The news of the refund may come before that of the payment. */
    void giveBack(long all) {
        paid = Math.max(paid, all);
        refunded = all;
    }

    OrderView view(List<OrderView.Item> items) {
        OrderView.Refund refund = refundStatus == null || refundAmount == null
                ? null
                : new OrderView.Refund(refundStatus, refundAmount, refundGatewayCode);
        return new OrderView(
                orderId,
                userId,
                status,
                concertId,
                dateId,
                items,
                amount,
                discount,
                shippingFee,
                paid,
                refunded,
                refund,
                holdExpiresAt,
                paymentId,
                placedAt,
                version,
                placedPosition);
    }

    OrderDetails details(List<OrderView.Item> items, List<OrderDetails.Step> history) {
        boolean rejected = status == OrderStatus.REJECTED;
        return new OrderDetails(view(items), address, rejected ? reason : null, rejected ? null : reason, history);
    }
}
