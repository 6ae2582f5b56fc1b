package io.firstcome.query.reconciliation;

import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.coupon.CouponEvent.CouponRestored;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.CancelReason;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.order.OrderEvent.OrderCancelled;
import io.firstcome.events.order.OrderEvent.OrderConfirmed;
import io.firstcome.events.order.OrderEvent.OrderDelivered;
import io.firstcome.events.order.OrderEvent.OrderExpired;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderPaymentLate;
import io.firstcome.events.order.OrderEvent.OrderPaymentRefused;
import io.firstcome.events.order.OrderEvent.OrderPaymentStarted;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderEvent.OrderRefundStarted;
import io.firstcome.events.order.OrderEvent.OrderRefunded;
import io.firstcome.events.order.OrderEvent.OrderRejected;
import io.firstcome.events.order.OrderEvent.OrderReturned;
import io.firstcome.events.order.OrderEvent.OrderShipped;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.PaymentRefusal;
import io.firstcome.events.payment.DeclineReason;
import io.firstcome.events.payment.PaymentEvent;
import io.firstcome.events.payment.PaymentEvent.CardRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentApproved;
import io.firstcome.events.payment.PaymentEvent.PaymentDeclined;
import io.firstcome.events.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundFailed;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundStarted;
import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentRequested;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockEvent.StockHeld;
import io.firstcome.events.stock.StockEvent.StockReleased;
import io.firstcome.events.stock.StockEvent.StockReturned;
import io.firstcome.events.stock.StockEvent.StockSold;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.stock.StockLine;
import io.firstcome.events.wallet.WalletEvent;
import io.firstcome.events.wallet.WalletEvent.PointsRefunded;
import io.firstcome.events.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;

/**
 * Makes the events of one order of two products, of its payment by card, points and coupon, by the names of the steps. Each event
 * is a second after the one before.
 */
final class ReconciliationTestData {

    static final Instant BEGIN = Instant.parse("2026-11-20T09:00:00.123456Z");
    static final Instant HOLD_EXPIRES = BEGIN.plus(Duration.ofMinutes(30));

    private final OrderId order;
    private final UserId user;
    private final PaymentId payment;
    private final CouponPiece coupon;
    private final List<OrderLine> lines;
    private final Map<String, Long> versions = new HashMap<>();
    private final List<DomainEventMessage<?>> events = new ArrayList<>();
    private Instant now = BEGIN;

    ReconciliationTestData(String id) {
        order = new OrderId(id);
        user = new UserId(id + "-u");
        payment = new PaymentId(id + "-p");
        coupon = new CouponPiece(new CouponId(id + "-c"), 1, HOLD_EXPIRES);
        lines = List.of(line(1), line(2));
    }

    private OrderLine line(int number) {
        return new OrderLine(new ProductId(product(number)), new SkuId("sku"), 1, false);
    }

    private String product(int number) {
        return order.value() + "-" + number;
    }

    /** When the newest event was stored. */
    Instant now() {
        return now;
    }

    /** The events of these steps, which are separated by spaces. */
    List<DomainEventMessage<?>> events(String steps) {
        events.clear();
        for (String step : steps.split(" ", -1)) {
            happen(step);
        }
        return List.copyOf(events);
    }

    private void happen(String step) {
        switch (step) {
            case "asked" -> steps("placed held-1 held-2 confirmed");
            case "paying" -> steps("asked begun redeemed requested");
            case "bought" -> steps("paying approved paid sold-1 sold-2");
            case "undone" -> steps("bought cancelled-paid returned-1 returned-2");
            case "held-1", "held-2", "held-late-1", "held-late-2" -> stock(step);
            case "sold-1", "sold-2", "sold-late-1", "sold-late-2" -> stock(step);
            case "released-1", "released-2", "released-late-1", "released-late-2" -> stock(step);
            case "returned-1", "returned-2" -> stock(step);
            case "redeemed", "redemption-refused", "restored", "points-back" -> outside(step);
            case "begun", "refused", "paid", "paid-late", "late-expired", "late-cancelled" -> orderIsPaid(step);
            default -> {
                if (!isOfPayment(step)) {
                    order(step);
                }
            }
        }
    }

    private void steps(String steps) {
        for (String step : steps.split(" ", -1)) {
            happen(step);
        }
    }

    private void order(String step) {
        now = now.plusSeconds(1);
        add(
                switch (step) {
                    case "placed" -> new OrderPlaced(order, user, lines, null, HOLD_EXPIRES, now);
                    case "confirmed" -> new OrderConfirmed(order, user, List.of(), 20_000, 0, HOLD_EXPIRES, now);
                    case "rejected" -> new OrderRejected(order, user, HoldRefusal.OUT_OF_STOCK, now);
                    case "expired" -> new OrderExpired(order, user, now);
                    case "cancelled" -> new OrderCancelled(order, user, CancelReason.ASKED_FOR, null, null, lines, now);
                    case "cancelled-paid" ->
                        new OrderCancelled(order, user, CancelReason.ASKED_FOR, payment, hold(step), lines, now);
                    case "shipped" -> new OrderShipped(order, user, payment, now);
                    case "delivered" -> new OrderDelivered(order, user, now);
                    case "sent-back" -> new OrderReturned(order, user, payment, hold(step), lines, now);
                    case "part-asked" ->
                        new OrderRefundStarted(
                                order, user, payment, new RefundId("r"), 1_000, false, "why not", null, lines, now);
                    case "given-back" -> new OrderRefunded(order, user, payment, hold(step), lines, false, now);
                    case "given-back-restock" -> new OrderRefunded(order, user, payment, hold(step), lines, true, now);
                    default -> throw new IllegalArgumentException(step);
                });
    }

    private void orderIsPaid(String step) {
        now = now.plusSeconds(1);
        add(
                switch (step) {
                    case "begun" ->
                        new OrderPaymentStarted(
                                order, user, payment, 20_000, 0, coupon, PaymentMethod.CARD, 9_000, "key", now);
                    case "refused" ->
                        new OrderPaymentRefused(order, user, payment, PaymentRefusal.COUPON_NOT_APPLICABLE, now);
                    case "paid", "paid-late" ->
                        new OrderPaid(order, user, payment, lines, hold(step), 19_000, 1_000, now);
                    case "late-expired" -> new OrderPaymentLate(order, user, payment, lines, 19_000, 1_000, true, now);
                    case "late-cancelled" ->
                        new OrderPaymentLate(order, user, payment, lines, 19_000, 1_000, false, now);
                    default -> throw new IllegalArgumentException(step);
                });
    }

    private boolean isOfPayment(String step) {
        Instant at = now.plusSeconds(1);
        RefundId refund = new RefundId("r");
        PaymentEvent event =
                switch (step) {
                    case "requested" ->
                        new PaymentRequested(payment, order, user, 19_000, 1_000, coupon, 9_000, 10_000, "key", at);
                    case "unknown" -> new PaymentOutcomeUnknown(payment, order, user, "TIMEOUT", at);
                    case "approved" -> new PaymentApproved(payment, order, user, 19_000, 1_000, at);
                    case "declined" ->
                        new PaymentDeclined(
                                payment, order, user, DeclineReason.PAYMENT_DECLINED, "NO", 9_000, coupon, at);
                    case "refund-started" ->
                        new PaymentRefundStarted(payment, order, user, refund, 9_000, 10_000, "key", "why not", at);
                    case "points-started" ->
                        new PaymentRefundStarted(
                                payment, order, user, new RefundId("r-points"), 9_000, 0, null, "why not", at);
                    case "points-refunded" ->
                        new PaymentRefunded(
                                payment, order, user, new RefundId("r-points"), 9_000, 9_000, false, null, at);
                    case "rest-refunded" ->
                        new PaymentRefunded(payment, order, user, refund, 10_000, 19_000, true, null, at);
                    case "refund-failed" ->
                        new PaymentRefundFailed(payment, order, user, refund, "NO", 10_000, false, null, at);
                    case "owed-failed" ->
                        new PaymentRefundFailed(payment, order, user, refund, "NO", 10_000, true, coupon, at);
                    case "owed-failed-again" ->
                        new PaymentRefundFailed(payment, order, user, refund, "NO", 10_000, true, null, at);
                    case "card-refunded" -> new CardRefunded(payment, order, user, refund, 10_000, 9_000, at);
                    case "refunded" ->
                        new PaymentRefunded(payment, order, user, refund, 19_000, 19_000, true, coupon, at);
                    case "refunded-in-part" ->
                        new PaymentRefunded(payment, order, user, refund, 1_000, 1_000, false, null, at);
                    default -> null;
                };
        if (event != null) {
            now = at;
            add(event);
        }
        return event != null;
    }

    private void outside(String step) {
        now = now.plusSeconds(1);
        CouponId id = coupon.couponId();
        add(
                switch (step) {
                    case "redeemed" -> new CouponRedeemed(id, user, 1, payment, order, 20_000, 1_000, now);
                    case "redemption-refused" -> new CouponRedemptionRefused(id, user, 1, payment, order, now);
                    case "restored" -> new CouponRestored(id, user, 1, payment, now);
                    case "points-back" ->
                        new PointsRefunded(WalletId.of(user), user, payment, new RefundId("d"), 9_000, 9_000, now);
                    default -> throw new IllegalArgumentException(step);
                });
    }

    private void stock(String step) {
        now = now.plusSeconds(1);
        StockId stock = new StockId(product(step.endsWith("1") ? 1 : 2));
        List<HeldLine> held = List.of(new HeldLine(new SkuId("sku"), 1, false, 10_000));
        add(
                switch (step.substring(0, step.indexOf('-'))) {
                    case "held" -> new StockHeld(stock, hold(step), order, user, held, HOLD_EXPIRES, now);
                    case "sold" -> new StockSold(stock, hold(step), order, user, held, now);
                    case "released" -> new StockReleased(stock, hold(step), order, user, held, now);
                    case "returned" ->
                        new StockReturned(
                                stock,
                                hold(step),
                                order,
                                user,
                                List.of(new StockLine(new SkuId("sku"), 1, false)),
                                now);
                    default -> throw new IllegalArgumentException(step);
                });
    }

    private HoldId hold(String step) {
        return new HoldId(step.contains("late") ? payment.value() + "-late" : order.value());
    }

    private void add(Object event) {
        switch (event) {
            case OrderEvent any -> add(OrderId.TYPE, order.toString(), event);
            case PaymentEvent any -> add(PaymentId.TYPE, payment.toString(), event);
            case StockEvent any -> add(StockId.TYPE, stockOf(any), event);
            case CouponEvent any -> add(CouponId.TYPE, coupon.couponId().toString(), event);
            case WalletEvent any -> add(WalletId.TYPE, WalletId.of(user).toString(), event);
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    private static String stockOf(StockEvent event) {
        return event.stockId().toString();
    }

    private void add(String type, String aggregate, Object event) {
        long version = versions.merge(aggregate, 0L, (before, first) -> before + 1);
        events.add(new GenericDomainEventMessage<>(type, aggregate, version, new GenericMessage<>(event), now));
    }
}
