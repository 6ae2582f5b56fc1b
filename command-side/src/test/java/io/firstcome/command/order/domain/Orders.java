package io.firstcome.command.order.domain;

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
import io.firstcome.command.order.api.ShippingTerms;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.PaymentRefusal;
import io.firstcome.events.order.PricedLine;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands to order 1 of user 1: two lines, 16,000 together and 3,000 for sending; 30 minutes to pay. */
final class Orders {

    static final OrderId ID = new OrderId("o1");
    static final UserId USER = new UserId("1");
    static final HoldId HOLD = new HoldId("o1");
    static final HoldId LATE_HOLD = new HoldId("p1-late");
    static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    static final Instant EXPIRY = NOW.plus(Duration.ofMinutes(30));
    static final Duration TICK = Duration.ofNanos(1_000);
    static final PaymentId P1 = new PaymentId("p1");
    static final PaymentId P2 = new PaymentId("p2");
    static final ShippingTerms SHIPPING = ShippingTerms.USUAL;
    static final CouponPiece PIECE = new CouponPiece(new CouponId("1"), 7, NOW.plus(Duration.ofDays(10)));

    static final List<OrderLine> LINES = List.of(line("1", 2, false), line("2", 1, true));
    static final List<PricedLine> PRICED = List.of(priced("1", 2, false, 5_000), priced("2", 1, true, 6_000));
    static final long AMOUNT = 16_000;
    static final long FEE = 3_000;
    static final long DISCOUNT = 1_600;
    static final long PAID = AMOUNT + FEE - DISCOUNT;

    private Orders() {}

    static OrderLine line(String product, int quantity, boolean preOrder) {
        return new OrderLine(new ProductId(product), new SkuId(product), quantity, preOrder);
    }

    static PricedLine priced(String product, int quantity, boolean preOrder, long unitPrice) {
        return new PricedLine(new ProductId(product), new SkuId(product), quantity, preOrder, unitPrice);
    }

    static PlaceOrder place() {
        return place(LINES);
    }

    static PlaceOrder place(List<OrderLine> lines) {
        return new PlaceOrder(ID, USER, lines, "Teheran-ro 1, Seoul", EXPIRY, NOW);
    }

    /** Of some of the lines, in the order of {@link #PRICED}. */
    static RecordHold recordHold(int from, int to) {
        return new RecordHold(ID, PRICED.subList(from, to), SHIPPING, NOW);
    }

    /** Of all lines at once. */
    static RecordHold recordHold() {
        return recordHold(0, PRICED.size());
    }

    static RejectOrder reject() {
        return new RejectOrder(ID, HoldRefusal.OUT_OF_STOCK, null, NOW);
    }

    static StartPayment start(PaymentId payment) {
        return start(payment, USER, NOW);
    }

    static StartPayment start(PaymentId payment, @Nullable UserId owner, Instant at) {
        return new StartPayment(ID, owner, payment, PIECE, PaymentMethod.CARD, 500, "key", at);
    }

    static RefusePayment refuse(PaymentId payment) {
        return new RefusePayment(ID, payment, PaymentRefusal.COUPON_NOT_APPLICABLE, NOW);
    }

    static RecordPayment record(PaymentId payment) {
        return new RecordPayment(ID, payment, PAID, DISCOUNT, NOW);
    }

    static AcceptLatePayment acceptLate(PaymentId payment) {
        return new AcceptLatePayment(ID, payment, LATE_HOLD, NOW);
    }

    static DeclineOrder decline(PaymentId payment) {
        return new DeclineOrder(ID, payment, NOW);
    }

    static CancelOrder cancel() {
        return cancel(USER);
    }

    static CancelOrder cancel(@Nullable UserId owner) {
        return new CancelOrder(ID, owner, NOW);
    }

    static ExpireOrder expire() {
        return expire(EXPIRY);
    }

    static ExpireOrder expire(Instant at) {
        return new ExpireOrder(ID, at);
    }

    static ShipOrder ship() {
        return new ShipOrder(ID, NOW);
    }

    static DeliverOrder deliver() {
        return new DeliverOrder(ID, NOW);
    }

    static ReturnOrder sendBack() {
        return sendBack(USER, NOW.plus(Duration.ofDays(1)));
    }

    static ReturnOrder sendBack(@Nullable UserId owner, Instant at) {
        return new ReturnOrder(ID, owner, at);
    }

    static StartRefund giveBack(String refund, @Nullable Long amount) {
        return giveBack(P1, refund, amount, null);
    }

    static StartRefund giveBack(PaymentId payment, String refund, @Nullable Long amount, @Nullable UserId owner) {
        return new StartRefund(ID, payment, new RefundId(refund), amount, "why", owner, NOW);
    }

    static RecordRefundFailure refundRefused(PaymentId payment, String refund, long card) {
        return new RecordRefundFailure(ID, payment, new RefundId(refund), card, true, "REFUND_REJECTED", NOW);
    }

    static RecordRefund recordRefund(PaymentId payment) {
        return new RecordRefund(ID, payment, NOW);
    }
}
