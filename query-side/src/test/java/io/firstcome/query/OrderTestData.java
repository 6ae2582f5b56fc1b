package io.firstcome.query;

import io.firstcome.events.UserId;
import io.firstcome.events.order.CancelReason;
import io.firstcome.events.order.OrderEvent.OrderCancelled;
import io.firstcome.events.order.OrderEvent.OrderConfirmed;
import io.firstcome.events.order.OrderEvent.OrderDelivered;
import io.firstcome.events.order.OrderEvent.OrderExpired;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderPaymentLate;
import io.firstcome.events.order.OrderEvent.OrderPaymentRefused;
import io.firstcome.events.order.OrderEvent.OrderPaymentStarted;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderEvent.OrderRefunded;
import io.firstcome.events.order.OrderEvent.OrderRejected;
import io.firstcome.events.order.OrderEvent.OrderReturned;
import io.firstcome.events.order.OrderEvent.OrderShipped;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.PaymentRefusal;
import io.firstcome.events.order.PricedLine;
import io.firstcome.events.payment.DeclineReason;
import io.firstcome.events.payment.PaymentEvent.CardRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentApproved;
import io.firstcome.events.payment.PaymentEvent.PaymentDeclined;
import io.firstcome.events.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundFailed;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundStarted;
import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentRequested;
import io.firstcome.events.payment.PaymentEvent.PaymentSettled;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/**
 * Makes the events of one order and of its payments, in order: two lines of 20,000 together, 1,000 off, paid by 9,000 points
 * and a card. Each event is a second after the one before.
 */
public final class OrderTestData {

    public static final long AMOUNT = 20_000;
    public static final long PAID = 19_000;
    public static final long POINTS = 9_000;
    public static final long CARD = 10_000;
    public static final long DISCOUNT = 1_000;

    private final OrderId id;
    private final UserId user;
    private final HoldId hold;
    private final List<OrderLine> lines = List.of(
            new OrderLine(new ProductId("2"), new SkuId("red"), 3, false),
            new OrderLine(new ProductId("1"), new SkuId("1"), 1, true));
    private final Map<Object, Long> versions = new HashMap<>();
    private PaymentId payment;
    private Instant now = CouponTestData.AT;
    private long refunded;

    public OrderTestData(String orderId, String userId) {
        id = new OrderId(orderId);
        user = new UserId(userId);
        hold = new HoldId(orderId);
        payment = new PaymentId(orderId + "-p1");
    }

    /** When the newest event was. */
    public Instant now() {
        return now;
    }

    /** Its bare id. */
    public String order() {
        return id.value();
    }

    /** The bare id of the payment that is under way. */
    public String payment() {
        return payment.value();
    }

    /** From now on it is about another payment. */
    public OrderTestData payAgain() {
        payment = new PaymentId(id.value() + "-p2");
        return this;
    }

    /** Placed and held. */
    public List<DomainEventMessage<?>> held() {
        return List.of(placed(), confirmed());
    }

    /** Placed, held and paid. */
    public List<DomainEventMessage<?>> bought() {
        return List.of(placed(), confirmed(), begun(), requested(), approved(), paid());
    }

    public DomainEventMessage<?> placed() {
        tick();
        return order(
                new OrderPlaced(id, user, lines, "1 Ürümqi 로", CouponTestData.AT.plus(Duration.ofMinutes(30)), now));
    }

    public DomainEventMessage<?> confirmed() {
        tick();
        // Not in the order in which they were ordered: each product answers for itself.
        List<PricedLine> priced = List.of(
                new PricedLine(new ProductId("1"), new SkuId("1"), 1, true, 14_000),
                new PricedLine(new ProductId("2"), new SkuId("red"), 3, false, 2_000));
        return order(
                new OrderConfirmed(id, user, priced, AMOUNT, 0, CouponTestData.AT.plus(Duration.ofMinutes(30)), now));
    }

    public DomainEventMessage<?> rejected() {
        tick();
        return order(new OrderRejected(id, user, HoldRefusal.OUT_OF_STOCK, now));
    }

    public DomainEventMessage<?> begun() {
        tick();
        return order(new OrderPaymentStarted(
                id, user, payment, AMOUNT, 0, null, PaymentMethod.CARD, POINTS, "secret-key", now));
    }

    public DomainEventMessage<?> refused() {
        tick();
        return order(new OrderPaymentRefused(id, user, payment, PaymentRefusal.COUPON_NOT_APPLICABLE, now));
    }

    public DomainEventMessage<?> paid() {
        tick();
        return order(new OrderPaid(id, user, payment, lines, hold, PAID, DISCOUNT, now));
    }

    public DomainEventMessage<?> late(boolean expired) {
        tick();
        return order(new OrderPaymentLate(id, user, payment, lines, PAID, DISCOUNT, expired, now));
    }

    public DomainEventMessage<?> cancelled(CancelReason reason) {
        tick();
        return order(new OrderCancelled(id, user, reason, null, null, lines, now));
    }

    public DomainEventMessage<?> expired() {
        tick();
        return order(new OrderExpired(id, user, now));
    }

    public DomainEventMessage<?> shipped() {
        tick();
        return order(new OrderShipped(id, user, payment, now));
    }

    public DomainEventMessage<?> delivered() {
        tick();
        return order(new OrderDelivered(id, user, now));
    }

    public DomainEventMessage<?> returned() {
        tick();
        return order(new OrderReturned(id, user, payment, hold, lines, now));
    }

    public DomainEventMessage<?> givenBack() {
        tick();
        return order(new OrderRefunded(id, user, payment, hold, lines, true, now));
    }

    public DomainEventMessage<?> requested() {
        tick();
        return payment(new PaymentRequested(payment, id, user, PAID, DISCOUNT, null, POINTS, CARD, "secret-key", now));
    }

    public DomainEventMessage<?> approved() {
        tick();
        return payment(new PaymentApproved(payment, id, user, PAID, DISCOUNT, now));
    }

    public DomainEventMessage<?> declined() {
        tick();
        return payment(new PaymentDeclined(
                payment, id, user, DeclineReason.PAYMENT_DECLINED, "REJECT_CARD_COMPANY", POINTS, null, now));
    }

    public DomainEventMessage<?> unknown() {
        tick();
        return payment(new PaymentOutcomeUnknown(payment, id, user, "TIMEOUT", now));
    }

    public DomainEventMessage<?> refundStarted(String refund, long amount) {
        tick();
        return payment(new PaymentRefundStarted(
                payment, id, user, new RefundId(refund), 0, amount, "secret-key", "why not", now));
    }

    public DomainEventMessage<?> cardRefunded(String refund, long amount) {
        tick();
        return payment(new CardRefunded(payment, id, user, new RefundId(refund), amount, 0, now));
    }

    /** So much more is given back. */
    public DomainEventMessage<?> refunded(String refund, long amount) {
        tick();
        refunded += amount;
        return payment(new PaymentRefunded(
                payment, id, user, new RefundId(refund), amount, refunded, refunded == PAID, null, now));
    }

    public DomainEventMessage<?> refundFailed(String refund) {
        tick();
        return payment(new PaymentRefundFailed(
                payment, id, user, new RefundId(refund), "NOT_CANCELABLE", 3_000, false, null, now));
    }

    public DomainEventMessage<?> settled() {
        tick();
        return payment(new PaymentSettled(payment, id, user, now));
    }

    private void tick() {
        now = now.plusSeconds(1);
    }

    private DomainEventMessage<?> order(Object event) {
        return message(OrderId.TYPE, id, event);
    }

    private DomainEventMessage<?> payment(Object event) {
        return message(PaymentId.TYPE, payment, event);
    }

    private DomainEventMessage<?> message(String type, Object aggregate, Object event) {
        long version = versions.merge(aggregate, 0L, (before, first) -> before + 1);
        return new GenericDomainEventMessage<>(type, aggregate.toString(), version, event);
    }
}
