package io.firstcome.command.process.drive;

import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRefund;
import io.firstcome.events.concert.DateEvent.SeatsHeld;
import io.firstcome.events.concert.DateEvent.SeatsRefused;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.order.OrderEvent.OrderPaymentStarted;
import io.firstcome.events.order.OrderEvent.OrderRefundFailed;
import io.firstcome.events.order.OrderEvent.OrderRefundStarted;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentEvent;
import io.firstcome.events.payment.PaymentEvent.CardRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentApproved;
import io.firstcome.events.payment.PaymentEvent.PaymentDeclined;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundFailed;
import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.stock.StockEvent.StockHeld;
import io.firstcome.events.stock.StockEvent.StockHoldRefused;
import io.firstcome.events.wallet.WalletEvent.PointsRefunded;
import io.firstcome.events.wallet.WalletEvent.PointsSpendRefused;
import io.firstcome.events.wallet.WalletEvent.PointsSpent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;

/**
 * All that has happened by now and that a step for one order or its payments may follow from, in commit order.
 *
 * @param messages with what happened
 */
record OrderEventHistory(List<EventMessage<?>> messages) {

    OrderEventHistory {
        messages = List.copyOf(messages);
    }

    /** @param ofTheBuyer all that happened to the buyer since the order was placed, in commit order */
    static OrderEventHistory of(OrderId order, Stream<? extends EventMessage<?>> ofTheBuyer) {
        Set<PaymentId> payments = new HashSet<>();
        List<EventMessage<?>> trail = new ArrayList<>();
        ofTheBuyer.forEach(message -> {
            if (isAbout(message.getPayload(), order, payments)) {
                trail.add(message);
            }
            if (message.getPayload() instanceof OrderPaymentStarted started
                    && started.orderId().equals(order)) {
                payments.add(started.paymentId());
            }
        });
        return new OrderEventHistory(trail);
    }

    /** @param payments of the order by now */
    private static boolean isAbout(Object happened, OrderId order, Set<PaymentId> payments) {
        return switch (happened) {
            case OrderEvent event -> event.orderId().equals(order);
            case PaymentEvent event -> event.orderId().equals(order);
            case StockHeld event -> event.orderId().equals(order);
            case StockHoldRefused event -> event.orderId().equals(order);
            case SeatsHeld event -> event.orderId().equals(order);
            case SeatsRefused event -> event.orderId().equals(order);
            case CouponRedeemed event -> event.orderId().equals(order);
            case CouponRedemptionRefused event -> event.orderId().equals(order);
            case PointsSpent event -> event.orderId().equals(order);
            case PointsSpendRefused event -> event.orderId().equals(order);
            case PointsRefunded event -> payments.contains(event.paymentId());
            default -> false;
        };
    }

    <E> Stream<E> events(Class<E> type) {
        return messages.stream()
                .map(EventMessage::getPayload)
                .filter(type::isInstance)
                .map(type::cast);
    }

    <E> boolean has(Class<E> type, Predicate<E> which) {
        return events(type).anyMatch(which);
    }

    /** Whether it is known what became of it. */
    boolean isDecided(CardCharge charge) {
        PaymentId payment = charge.paymentId();
        return has(PaymentApproved.class, event -> event.paymentId().equals(payment))
                || has(PaymentDeclined.class, event -> event.paymentId().equals(payment));
    }

    /** Whether it is known what became of it. */
    boolean isDecided(CardRefund refund) {
        RefundId id = refund.refundId();
        return has(CardRefunded.class, event -> event.refundId().equals(id))
                || has(PaymentRefundFailed.class, event -> event.refundId().equals(id));
    }

    /**
     * The payments whose money the gateway has refused to give back though the order has ended, and which nobody has asked back since.
     * The order says so, not the payment: a refund may have begun at the order only, when its step was lost.
     */
    Set<PaymentId> owed() {
        Set<PaymentId> owed = new LinkedHashSet<>();
        messages.forEach(message -> {
            switch (message.getPayload()) {
                case OrderRefundFailed failed when failed.owed() -> owed.add(failed.paymentId());
                case OrderRefundStarted started -> owed.remove(started.paymentId());
                case PaymentRefunded refunded when refunded.whole() -> owed.remove(refunded.paymentId());
                default -> {}
            }
        });
        return owed;
    }

    /** How often the gateway has refused to give this payment's money back. */
    long failures(PaymentId payment) {
        return events(PaymentRefundFailed.class)
                .filter(event -> event.paymentId().equals(payment))
                .count();
    }
}
