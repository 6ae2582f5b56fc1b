package io.firstcome.command.process;

import io.firstcome.events.concert.DateEvent;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRestored;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.order.OrderEvent.OrderCancelled;
import io.firstcome.events.order.OrderEvent.OrderConfirmed;
import io.firstcome.events.order.OrderEvent.OrderDelivered;
import io.firstcome.events.order.OrderEvent.OrderExpired;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderEvent.OrderRefundStarted;
import io.firstcome.events.order.OrderEvent.OrderRefunded;
import io.firstcome.events.order.OrderEvent.OrderRejected;
import io.firstcome.events.order.OrderEvent.OrderReturned;
import io.firstcome.events.order.OrderEvent.OrderShipped;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.payment.PaymentEvent.PaymentApproved;
import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.wallet.WalletEvent.PointsRefunded;
import io.firstcome.events.wallet.WalletEvent.PointsSpent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** What all events say together of orders, money and coupons. */
final class ShopLedger {

    /** Where an order stays for good, as far as processes are concerned. */
    private static final Set<String> KEPT = Set.of("PAID", "SHIPPED", "DELIVERED");

    private static final Set<String> UNDONE = Set.of("REJECTED", "CANCELLED", "EXPIRED", "REFUNDED");

    private final Map<OrderId, String> statuses =
            new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    private final Map<OrderId, List<OrderLine>> lines = new HashMap<>();
    private final Set<OrderId> away = new HashSet<>();
    private final Map<OrderId, PaymentId> paidBy = new HashMap<>();
    private final Map<PaymentId, Long> approved = new HashMap<>();
    private final Map<PaymentId, OrderId> orderOf = new HashMap<>();
    private final Map<PaymentId, Long> refunded = new HashMap<>();
    private final Map<PaymentId, Long> points = new HashMap<>();
    private final Map<String, @Nullable PaymentId> redeemedFor = new HashMap<>();
    private final StockLedger stock = new StockLedger();
    private final SeatLedger seats = new SeatLedger();

    static ShopLedger of(List<EventMessage<?>> events) {
        ShopLedger books = new ShopLedger();
        events.forEach(event -> books.write(event.getPayload()));
        return books;
    }

    private void write(Object event) {
        if (event instanceof OrderEvent ofOrder) {
            String status = statusAfter(ofOrder);
            if (status != null) {
                statuses.put(ofOrder.orderId(), status);
            }
        }
        switch (event) {
            case OrderPlaced placed -> lines.put(placed.orderId(), placed.lines());
            case OrderShipped shipped -> away.add(shipped.orderId());
            case OrderReturned returned -> away.remove(returned.orderId());
            case OrderPaid paid -> paidBy.put(paid.orderId(), paid.paymentId());
            case PaymentApproved approval -> {
                require(approved.put(approval.paymentId(), approval.amount()) == null, "approved twice", event);
                orderOf.put(approval.paymentId(), approval.orderId());
            }
            case PaymentRefunded refund -> refunded.put(refund.paymentId(), refund.refunded());
            case PointsSpent spent -> {
                require(points.put(spent.paymentId(), spent.amount()) == null, "spent twice", event);
                require(spent.balance() >= 0, "a negative balance", event);
            }
            case PointsRefunded back -> points.merge(back.paymentId(), -back.amount(), Long::sum);
            case CouponRedeemed redeemed -> {
                String piece = redeemed.couponId() + "#" + redeemed.serial();
                require(redeemedFor.put(piece, redeemed.paymentId()) == null, "redeemed twice", event);
            }
            case CouponRestored restored -> {
                String piece = restored.couponId() + "#" + restored.serial();
                require(restored.paymentId().equals(redeemedFor.remove(piece)), "restored for another", event);
            }
            case DateEvent ofDate -> seats.write(ofDate);
            default -> stock.write(event);
        }
    }

    /** The status that an event leads to; null: it changes none. */
    static @Nullable String statusAfter(OrderEvent event) {
        return switch (event) {
            case OrderPlaced placed -> "PENDING";
            case OrderConfirmed confirmed -> "AWAITING_PAYMENT";
            case OrderRejected rejected -> "REJECTED";
            case OrderPaid paid -> "PAID";
            case OrderCancelled cancelled -> "CANCELLED";
            case OrderExpired expired -> "EXPIRED";
            case OrderShipped shipped -> "SHIPPED";
            case OrderDelivered delivered -> "DELIVERED";
            case OrderReturned returned -> "RETURNED";
            case OrderRefundStarted asked when asked.holdId() != null -> "CANCELLED";
            case OrderRefunded back -> "REFUNDED";
            default -> null;
        };
    }

    /** Checks that everything has come to an end and that nothing was lost or made on the way. */
    void requireSettled(MemoryGateway gateway) {
        statuses.forEach((order, status) -> {
            require(KEPT.contains(status) || UNDONE.contains(status), status + " for ever", order);
            if (KEPT.contains(status)) {
                PaymentId payment = paidBy.get(order);
                require(payment != null && approved.containsKey(payment), "kept without a payment", order);
            }
            require(KEPT.contains(status) || !away.contains(order), "sent and given back", order);
            if (KEPT.contains(status)) {
                stock.requireSold(order, lines.getOrDefault(order, List.of()));
                seats.requireSold(order, lines.getOrDefault(order, List.of()));
            } else {
                stock.requireNothingOf(order);
                seats.requireNothingOf(order);
            }
        });
        approved.forEach((payment, amount) -> {
            OrderId order = orderOf.get(payment);
            long left = amount - refunded.getOrDefault(payment, 0L);
            require(left >= 0, "more refunded than paid", payment);
            boolean keeps = KEPT.contains(statuses.get(order)) && payment.equals(paidBy.get(order));
            require(keeps || left == 0, "money for nothing: " + left, payment);
        });
        requireMoneyWhereItBelongs(gateway);
        redeemedFor.forEach((piece, payment) -> require(
                payment != null && KEPT.contains(statuses.get(orderOf.get(payment))), "redeemed for nothing", piece));
    }

    private void requireMoneyWhereItBelongs(MemoryGateway gateway) {
        for (PaymentId payment : gateway.payments()) {
            points.putIfAbsent(payment, 0L);
        }
        approved.keySet().forEach(payment -> points.putIfAbsent(payment, 0L));
        points.forEach((payment, spent) -> {
            long expected = approved.getOrDefault(payment, 0L) - refunded.getOrDefault(payment, 0L);
            long there = spent + gateway.balance(payment);
            require(there == expected, "taken " + there + " for " + expected, payment);
        });
    }

    /** How many orders are in each status. */
    Map<String, Integer> summary() {
        Map<String, Integer> summary = new TreeMap<>();
        statuses.values().forEach(status -> summary.merge(status, 1, Integer::sum));
        return summary;
    }

    static void require(boolean holds, String otherwise, Object where) {
        if (!holds) {
            throw new AssertionError(where + ": " + otherwise);
        }
    }
}
