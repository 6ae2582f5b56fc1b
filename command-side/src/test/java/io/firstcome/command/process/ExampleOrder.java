package io.firstcome.command.process;

import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.CancelReason;
import io.firstcome.events.order.OrderEvent.OrderCancelled;
import io.firstcome.events.order.OrderEvent.OrderExpired;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderPaymentLate;
import io.firstcome.events.order.OrderEvent.OrderPaymentStarted;
import io.firstcome.events.order.OrderEvent.OrderPlaced;
import io.firstcome.events.order.OrderEvent.OrderRefunded;
import io.firstcome.events.order.OrderEvent.OrderRejected;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.PricedLine;
import io.firstcome.events.payment.PaymentEvent.PaymentApproved;
import io.firstcome.events.payment.PaymentEvent.PaymentRequested;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import io.firstcome.events.stock.StockEvent.StockHeld;
import io.firstcome.events.stock.StockEvent.StockHoldRefused;
import io.firstcome.events.stock.StockId;
import io.firstcome.events.wallet.WalletEvent.PointsSpent;
import io.firstcome.events.wallet.WalletId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One order of two products, and what happens to it. */
public final class ExampleOrder {

    public static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    public static final Duration HOLD = Duration.ofMinutes(30);
    public static final Instant HOLD_EXPIRES = NOW.plus(HOLD);

    public static final OrderId ORDER = new OrderId("o1");
    public static final UserId ANNA = new UserId("anna");
    public static final PaymentId PAYMENT = new PaymentId("p1");
    public static final HoldId FIRST_HOLD = new HoldId("o1");
    public static final HoldId LATE_HOLD = new HoldId("p1-late");
    public static final CouponPiece PIECE = new CouponPiece(new CouponId("c1"), 7, NOW.plus(Duration.ofDays(10)));

    public static final OrderLine TEA = new OrderLine(new ProductId("tea"), new SkuId("tea"), 2, false);
    public static final OrderLine CUP = new OrderLine(new ProductId("cup"), new SkuId("red"), 1, false);
    public static final List<OrderLine> LINES = List.of(TEA, CUP);
    public static final StockId TEA_STOCK = StockId.of(TEA.productId());
    public static final StockId CUP_STOCK = StockId.of(CUP.productId());

    private ExampleOrder() {}

    public static OrderPlaced placed() {
        return new OrderPlaced(ORDER, ANNA, LINES, null, HOLD_EXPIRES, NOW);
    }

    public static StockHeld held(HoldId hold, OrderLine line) {
        return new StockHeld(
                StockId.of(line.productId()),
                hold,
                ORDER,
                ANNA,
                List.of(new HeldLine(line.skuId(), line.quantity(), line.preOrder(), priceOf(line))),
                HOLD_EXPIRES,
                NOW);
    }

    public static StockHoldRefused refused(HoldId hold, OrderLine line) {
        return new StockHoldRefused(StockId.of(line.productId()), hold, ORDER, ANNA, HoldRefusal.OUT_OF_STOCK, NOW);
    }

    public static PricedLine priced(OrderLine line) {
        return new PricedLine(line.productId(), line.skuId(), line.quantity(), line.preOrder(), priceOf(line));
    }

    private static long priceOf(OrderLine line) {
        return line.equals(TEA) ? 4_000 : 2_000;
    }

    public static OrderPaid paid(HoldId hold) {
        return new OrderPaid(ORDER, ANNA, PAYMENT, LINES, hold, 13_000, 0, NOW);
    }

    public static OrderRejected rejected() {
        return new OrderRejected(ORDER, ANNA, HoldRefusal.OUT_OF_STOCK, NOW);
    }

    public static OrderExpired expired() {
        return new OrderExpired(ORDER, ANNA, NOW);
    }

    public static OrderCancelled cancelledUnpaid() {
        return new OrderCancelled(ORDER, ANNA, CancelReason.ASKED_FOR, null, null, LINES, NOW);
    }

    public static OrderCancelled cancelledPaid() {
        return new OrderCancelled(ORDER, ANNA, CancelReason.ASKED_FOR, PAYMENT, FIRST_HOLD, LINES, NOW);
    }

    public static OrderPaymentLate late(boolean expired) {
        return new OrderPaymentLate(ORDER, ANNA, PAYMENT, LINES, 13_000, 0, expired, NOW);
    }

    public static OrderRefunded refunded(@Nullable HoldId hold, boolean restock) {
        return new OrderRefunded(ORDER, ANNA, PAYMENT, hold, LINES, restock, NOW);
    }

    public static OrderPaymentStarted paymentStarted(
            @Nullable CouponPiece coupon, PaymentMethod method, long points, @Nullable String paymentKey) {
        return new OrderPaymentStarted(ORDER, ANNA, PAYMENT, 10_000, 3_000, coupon, method, points, paymentKey, NOW);
    }

    public static CouponRedeemed redeemed(long discount) {
        return new CouponRedeemed(PIECE.couponId(), ANNA, PIECE.serial(), PAYMENT, ORDER, 10_000, discount, NOW);
    }

    public static CouponRedemptionRefused redemptionRefused() {
        return new CouponRedemptionRefused(PIECE.couponId(), ANNA, PIECE.serial(), PAYMENT, ORDER, NOW);
    }

    public static PaymentRequested requested(long points, long card) {
        return new PaymentRequested(
                PAYMENT, ORDER, ANNA, points + card, 0, null, points, card, card > 0 ? "key" : null, NOW);
    }

    public static PointsSpent pointsSpent(long amount) {
        return new PointsSpent(WalletId.of(ANNA), ANNA, PAYMENT, ORDER, amount, 0, NOW);
    }

    public static PaymentApproved approved(long amount, long discount) {
        return new PaymentApproved(PAYMENT, ORDER, ANNA, amount, discount, NOW);
    }
}
