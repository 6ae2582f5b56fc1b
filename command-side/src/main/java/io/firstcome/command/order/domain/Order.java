package io.firstcome.command.order.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.firstcome.command.order.api.OrderCommand.AcceptLatePayment;
import io.firstcome.command.order.api.OrderCommand.CancelOrder;
import io.firstcome.command.order.api.OrderCommand.DeclineOrder;
import io.firstcome.command.order.api.OrderCommand.DeliverOrder;
import io.firstcome.command.order.api.OrderCommand.ExpireOrder;
import io.firstcome.command.order.api.OrderCommand.PlaceOrder;
import io.firstcome.command.order.api.OrderCommand.RecordHold;
import io.firstcome.command.order.api.OrderCommand.RecordPayment;
import io.firstcome.command.order.api.OrderCommand.RecordRefund;
import io.firstcome.command.order.api.OrderCommand.RecordRefundFailure;
import io.firstcome.command.order.api.OrderCommand.RefusePayment;
import io.firstcome.command.order.api.OrderCommand.RejectOrder;
import io.firstcome.command.order.api.OrderCommand.ReturnOrder;
import io.firstcome.command.order.api.OrderCommand.ShipOrder;
import io.firstcome.command.order.api.OrderCommand.StartPayment;
import io.firstcome.command.order.api.OrderCommand.StartRefund;
import io.firstcome.command.order.domain.CurrentPayment.Phase;
import io.firstcome.contract.OrderErrorCode;
import io.firstcome.contract.RejectedException;
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
import io.firstcome.events.order.PricedLine;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.stock.HoldId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Pieces that one buyer asked for, from the asking to their arrival or their end.
 *
 * <p>Always: at most one payment is under way, at most one pays it, what was paid is given back at most once, and what has ended
 * does not begin again but by a late approval of a payment that was under way. Once all is asked back it is not sent, and once it is
 * sent not all is asked back before it returns. What processes tell it may come twice or too late and then does nothing.
 */
@Revision("2")
@AggregateRoot(type = OrderId.TYPE)
public final class Order extends OrderState {

    /** For Axon, which then replays the events. */
    Order() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    OrderPlaced handle(PlaceOrder command) {
        if (isPlaced()) {
            throw new RejectedException(OrderErrorCode.ORDER_EXISTS);
        }
        if (command.unknownProduct() != null) {
            boolean seats = command.lines().getFirst().dateId() != null;
            throw new RejectedException(seats ? OrderErrorCode.DATE_NOT_FOUND : OrderErrorCode.PRODUCT_NOT_FOUND);
        }
        return emit(new OrderPlaced(
                command.orderId(),
                command.userId(),
                command.lines(),
                command.address(),
                command.holdExpiresAt(),
                command.date(),
                command.at()));
    }

    @CommandHandler
    void handle(RecordHold command) {
        if (status != Status.PENDING || isHeld(command.lines())) {
            return;
        }
        List<PricedLine> held = Prices.ofLines(lines, heldLines, command.lines());
        if (held.size() < lines.size()) {
            apply(new OrderLinesHeld(command.orderId(), buyer(), command.lines(), command.at()));
            return;
        }
        long sum = Prices.amountOf(held);
        apply(new OrderConfirmed(
                command.orderId(),
                buyer(),
                held,
                sum,
                Prices.shippingFee(sum, command.shipping()),
                holdExpiresAt(),
                command.at()));
    }

    @CommandHandler
    void handle(RejectOrder command) {
        if (status == Status.PENDING) {
            apply(new OrderRejected(orderId(), buyer(), command.reason(), command.seats(), command.at()));
        }
    }

    /** Null: the payment is known. */
    @CommandHandler
    @Nullable
    OrderPaymentStarted handle(StartPayment command) {
        requireOwner(command.owner());
        if (isKnown(command.paymentId())) {
            return null;
        }
        PaymentRule.refusalOf(this, command).ifPresent(code -> {
            throw new RejectedException(code);
        });
        return emit(new OrderPaymentStarted(
                command.orderId(),
                buyer(),
                command.paymentId(),
                amount,
                shippingFee,
                command.coupon(),
                command.method(),
                command.points(),
                command.paymentKey(),
                command.at()));
    }

    @CommandHandler
    void handle(RefusePayment command) {
        if (status == Status.AWAITING_PAYMENT && isCurrent(command.paymentId(), Phase.UNDER_WAY)) {
            apply(new OrderPaymentRefused(orderId(), buyer(), command.paymentId(), command.reason(), command.at()));
        }
    }

    @CommandHandler
    void handle(RecordPayment command) {
        if (!isCurrent(command.paymentId(), Phase.UNDER_WAY)) {
            return;
        }
        if (status == Status.AWAITING_PAYMENT) {
            HoldId first = new HoldId(command.orderId().value());
            apply(paid(command.paymentId(), first, command.paid(), command.discount(), command.at()));
        } else {
            apply(new OrderPaymentLate(
                    command.orderId(),
                    buyer(),
                    command.paymentId(),
                    lines,
                    command.paid(),
                    command.discount(),
                    status == Status.EXPIRED,
                    command.at()));
        }
    }

    /** When all of it was asked back meanwhile, it is sold and at once cancelled: so the pieces that are held come back. */
    @CommandHandler
    void handle(AcceptLatePayment command) {
        boolean askedBack = isCurrent(command.paymentId(), Phase.GIVING_BACK);
        if (status == Status.EXPIRED && (askedBack || isCurrent(command.paymentId(), Phase.LATE))) {
            CurrentPayment late = current();
            apply(paid(command.paymentId(), command.holdId(), late.paid(), late.discount(), command.at()));
            if (askedBack) {
                apply(cancelledPaid(command.at()));
            }
        }
    }

    @CommandHandler
    void handle(DeclineOrder command) {
        if (status == Status.AWAITING_PAYMENT && isCurrent(command.paymentId(), Phase.UNDER_WAY)) {
            apply(cancelledUnpaid(CancelReason.PAYMENT_DECLINED, command.at()));
        }
    }

    @CommandHandler
    OrderCancelled handle(CancelOrder command) {
        requireOwner(command.owner());
        if (status.isOpen()) {
            return emit(cancelledUnpaid(CancelReason.ASKED_FOR, command.at()));
        }
        if (status != Status.PAID || !isCancellableAt(command.at())) {
            throw new RejectedException(OrderErrorCode.ORDER_NOT_CANCELLABLE);
        }
        return emit(cancelledPaid(command.at()));
    }

    @CommandHandler
    void handle(ExpireOrder command) {
        if (status.isOpen() && isOverAt(command.at())) {
            apply(new OrderExpired(orderId(), buyer(), command.at()));
        }
    }

    @CommandHandler
    OrderShipped handle(ShipOrder command) {
        if (status != Status.PAID || isOfSeats()) {
            throw new RejectedException(OrderErrorCode.ORDER_NOT_PAID);
        }
        return emit(new OrderShipped(orderId(), buyer(), current().paymentId(), command.at()));
    }

    @CommandHandler
    OrderDelivered handle(DeliverOrder command) {
        if (status != Status.SHIPPED) {
            throw new RejectedException(OrderErrorCode.ORDER_NOT_SHIPPED);
        }
        return emit(new OrderDelivered(orderId(), buyer(), command.at()));
    }

    @CommandHandler
    OrderReturned handle(ReturnOrder command) {
        requireOwner(command.owner());
        if (status != Status.DELIVERED || command.at().isAfter(deliveredAt().plus(ReturnOrder.PERIOD))) {
            throw new RejectedException(OrderErrorCode.ORDER_NOT_RETURNABLE);
        }
        return emit(new OrderReturned(
                orderId(), buyer(), current().paymentId(), Objects.requireNonNull(soldHold()), lines, command.at()));
    }

    /** Null: the refund is known. */
    @CommandHandler
    @Nullable
    OrderRefundStarted handle(StartRefund command) {
        if (command.owner() != null && !command.owner().equals(buyer())) {
            throw new RejectedException(OrderErrorCode.PAYMENT_NOT_FOUND);
        }
        if (refunds().isBegun(command.refundId())) {
            return null;
        }
        return emit(RefundRule.decide(this, command));
    }

    @CommandHandler
    void handle(RecordRefundFailure command) {
        if (hasMoneyOf(command.paymentId()) && !refunds().hasFailed(command.refundId())) {
            apply(new OrderRefundFailed(
                    orderId(),
                    buyer(),
                    command.paymentId(),
                    command.refundId(),
                    command.card(),
                    command.owed() && status.isUndone(),
                    command.gatewayCode(),
                    command.at()));
        }
    }

    @CommandHandler
    void handle(RecordRefund command) {
        // So that it is given back once; also when the news of its approval comes later than those of its return.
        if (!hasMoneyOf(command.paymentId()) && !isCurrent(command.paymentId(), Phase.UNDER_WAY)) {
            return;
        }
        if (status == Status.AWAITING_PAYMENT) {
            apply(cancelledUnpaid(CancelReason.ASKED_FOR, command.at()));
        }
        boolean restock = status == Status.PAID;
        apply(new OrderRefunded(orderId(), buyer(), command.paymentId(), soldHold(), lines, restock, command.at()));
    }

    /** Who asks about another's order is told that there is none. */
    private void requireOwner(@Nullable UserId owner) {
        if (owner != null && !owner.equals(buyer())) {
            throw new RejectedException(OrderErrorCode.ORDER_NOT_FOUND);
        }
    }

    private OrderPaid paid(PaymentId paymentId, HoldId holdId, long paid, long discount, Instant at) {
        return new OrderPaid(orderId(), buyer(), paymentId, lines, holdId, paid, discount, at);
    }

    private OrderCancelled cancelledUnpaid(CancelReason reason, Instant at) {
        return new OrderCancelled(orderId(), buyer(), reason, null, null, lines, at);
    }

    private OrderCancelled cancelledPaid(Instant at) {
        return new OrderCancelled(
                orderId(), buyer(), CancelReason.ASKED_FOR, current().paymentId(), soldHold(), lines, at);
    }

    private static <E> E emit(E event) {
        apply(event);
        return event;
    }
}
