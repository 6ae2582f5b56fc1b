package io.firstcome.command.order.domain;

import io.firstcome.command.order.domain.CurrentPayment.Phase;
import io.firstcome.events.UserId;
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
import io.firstcome.events.order.PricedLine;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.stock.HoldId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What an order knows from its events. {@link Order} decides by it. */
abstract sealed class OrderState permits Order {

    @AggregateIdentifier
    private @Nullable OrderId orderId;

    private @Nullable UserId userId;
    private @Nullable Instant holdExpiresAt;
    private @Nullable OrderedDate date;
    private @Nullable CurrentPayment payment;
    private List<PaymentId> earlierPayments = new ArrayList<>();
    private @Nullable HoldId soldHold;
    private @Nullable Instant deliveredAt;
    private OrderRefunds refunds = new OrderRefunds();

    List<OrderLine> lines = List.of();
    /** The lines that are held so far, while the order is PENDING. */
    List<PricedLine> heldLines = new ArrayList<>();

    Status status = Status.PENDING;
    long amount;
    long shippingFee;

    @EventSourcingHandler
    void on(OrderPlaced event) {
        orderId = event.orderId();
        userId = event.userId();
        lines = event.lines();
        holdExpiresAt = event.holdExpiresAt();
        date = event.date();
    }

    @EventSourcingHandler
    void on(OrderLinesHeld event) {
        heldLines.addAll(event.lines());
    }

    @EventSourcingHandler
    void on(OrderConfirmed event) {
        status = Status.AWAITING_PAYMENT;
        heldLines.clear();
        amount = event.amount();
        shippingFee = event.shippingFee();
    }

    @EventSourcingHandler
    void on(OrderRejected event) {
        heldLines.clear();
        status = Status.REJECTED;
    }

    @EventSourcingHandler
    void on(OrderPaymentStarted event) {
        if (payment != null) {
            earlierPayments.add(payment.paymentId());
        }
        payment = CurrentPayment.begun(event.paymentId());
    }

    @EventSourcingHandler
    void on(OrderPaymentRefused event) {
        payment = current().now(Phase.REFUSED);
    }

    @EventSourcingHandler
    void on(OrderPaid event) {
        status = Status.PAID;
        soldHold = event.holdId();
        payment = current().took(Phase.TAKEN, event.paid(), event.discount());
    }

    @EventSourcingHandler
    void on(OrderPaymentLate event) {
        payment = current().took(Phase.LATE, event.paid(), event.discount());
    }

    @EventSourcingHandler
    void on(OrderCancelled event) {
        status = Status.CANCELLED;
        if (event.reason() == CancelReason.PAYMENT_DECLINED) {
            payment = current().now(Phase.DECLINED);
        }
        if (event.paymentId() != null) {
            refunds.beginWhole();
        }
    }

    @EventSourcingHandler
    void on(OrderExpired event) {
        status = Status.EXPIRED;
    }

    @EventSourcingHandler
    void on(OrderShipped event) {
        status = Status.SHIPPED;
    }

    @EventSourcingHandler
    void on(OrderDelivered event) {
        status = Status.DELIVERED;
        deliveredAt = event.deliveredAt();
    }

    @EventSourcingHandler
    void on(OrderReturned event) {
        status = Status.RETURNED;
    }

    @EventSourcingHandler
    void on(OrderRefundStarted event) {
        if (!event.whole()) {
            refunds.beginPart(event.refundId(), event.amount());
            return;
        }
        refunds.beginWhole(event.refundId());
        if (status == Status.PAID) {
            status = Status.CANCELLED;
        } else if (current().phase() == Phase.LATE) {
            payment = current().now(Phase.GIVING_BACK);
        }
    }

    @EventSourcingHandler
    void on(OrderRefundFailed event) {
        refunds.fail(event.refundId(), event.amount(), event.owed());
        if (current().phase() == Phase.LATE) {
            payment = current().now(Phase.GIVING_BACK);
        }
    }

    @EventSourcingHandler
    void on(OrderRefunded event) {
        status = Status.REFUNDED;
        payment = current().now(Phase.GIVEN_BACK);
    }

    boolean isPlaced() {
        return orderId != null;
    }

    OrderId orderId() {
        return Objects.requireNonNull(orderId);
    }

    UserId buyer() {
        return Objects.requireNonNull(userId);
    }

    Instant holdExpiresAt() {
        return Objects.requireNonNull(holdExpiresAt);
    }

    /** Whether the order knows already that these are held. */
    boolean isHeld(List<PricedLine> held) {
        return heldLines.containsAll(held);
    }

    boolean isOverAt(Instant at) {
        return !at.isBefore(holdExpiresAt());
    }

    /** Whether it would be given back after it was paid. */
    boolean isCancellableAt(Instant at) {
        return date == null || at.isBefore(date.startsAt());
    }

    /** Seats are not sent. */
    boolean isOfSeats() {
        return date != null;
    }

    CurrentPayment current() {
        return Objects.requireNonNull(payment);
    }

    boolean isCurrent(PaymentId id, Phase phase) {
        return payment != null && payment.is(id, phase);
    }

    boolean isPaymentUnderWay() {
        return payment != null && payment.phase() == Phase.UNDER_WAY;
    }

    /** Whether the payment took money for the order, and not all of it is known to be given back. */
    boolean hasMoneyOf(PaymentId id) {
        return isCurrent(id, Phase.TAKEN) || isCurrent(id, Phase.LATE) || isCurrent(id, Phase.GIVING_BACK);
    }

    OrderRefunds refunds() {
        return refunds;
    }

    /** How much may be asked back: of what has ended, only what was not asked back yet or was refused. */
    long refundable() {
        if (status.isUndone() && current().phase() != Phase.LATE) {
            return refunds.owed();
        }
        return current().paid() - refunds.inParts();
    }

    /** Whether the payment was begun before, whatever became of it. */
    boolean isKnown(PaymentId id) {
        return (payment != null && payment.paymentId().equals(id)) || earlierPayments.contains(id);
    }

    /** The reservation that was sold; null: none. */
    @Nullable
    HoldId soldHold() {
        return soldHold;
    }

    Instant deliveredAt() {
        return Objects.requireNonNull(deliveredAt);
    }
}
