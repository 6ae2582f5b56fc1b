package io.firstcome.command.process.payment;

import io.firstcome.command.coupon.api.CouponCommand.RedeemCoupon;
import io.firstcome.command.coupon.api.CouponCommand.RestoreCoupon;
import io.firstcome.command.order.api.OrderCommand.DeclineOrder;
import io.firstcome.command.order.api.OrderCommand.RecordPayment;
import io.firstcome.command.order.api.OrderCommand.RefusePayment;
import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRequests;
import io.firstcome.command.payment.api.PaymentCommand.ApprovePayment;
import io.firstcome.command.payment.api.PaymentCommand.DeclinePayment;
import io.firstcome.command.payment.api.PaymentCommand.RequestPayment;
import io.firstcome.command.process.PastEvents;
import io.firstcome.command.process.ProcessCommands;
import io.firstcome.command.process.Processes;
import io.firstcome.command.wallet.api.WalletCommand.RefundPoints;
import io.firstcome.command.wallet.api.WalletCommand.SpendPoints;
import io.firstcome.events.coupon.CouponEvent.CouponRedeemed;
import io.firstcome.events.coupon.CouponEvent.CouponRedemptionRefused;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderEvent.OrderPaymentStarted;
import io.firstcome.events.order.PaymentRefusal;
import io.firstcome.events.payment.DeclineReason;
import io.firstcome.events.payment.PaymentEvent.PaymentApproved;
import io.firstcome.events.payment.PaymentEvent.PaymentDeclined;
import io.firstcome.events.payment.PaymentEvent.PaymentRequested;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.wallet.WalletEvent.PointsSpendRefused;
import io.firstcome.events.wallet.WalletEvent.PointsSpent;
import io.firstcome.events.wallet.WalletId;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Leads a payment from its start to its end: the coupon first, then points, then the card, then the order.
 *
 * <p>A declined payment gives back points and coupon. What the card gateway says comes back as an event of the payment, whenever
 * that is. It has no state: what a step needs is in its event, or in an earlier one of the same order or payment.
 */
@ProcessingGroup(Processes.PAYMENT)
@DisallowReplay
public final class PaymentProcess {

    /** How the refund of the points of a declined payment ends. */
    static final String DECLINED = "-declined";

    private final ProcessCommands steps;
    private final PastEvents past;
    private final CardRequests cards;

    public PaymentProcess(ProcessCommands steps, PastEvents past, CardRequests cards) {
        this.steps = steps;
        this.past = past;
        this.cards = cards;
    }

    @EventHandler
    void on(OrderPaymentStarted event, @Timestamp Instant at) {
        past.keep(event);
        CouponPiece coupon = event.coupon();
        if (coupon == null) {
            request(event, null, 0, at);
        } else {
            steps.send(new RedeemCoupon(
                    coupon.couponId(), event.userId(), coupon, event.paymentId(), event.orderId(), event.amount(), at));
        }
    }

    @EventHandler
    void on(CouponRedeemed event, @Timestamp Instant at) {
        OrderPaymentStarted payment = past.started(event.orderId(), event.paymentId());
        CouponPiece chosen = Objects.requireNonNull(payment.coupon());
        // The coupon may have redeemed another of the user's: the one that was chosen is taken by now.
        CouponPiece redeemed = new CouponPiece(event.couponId(), event.serial(), chosen.expiresAt());
        request(payment, redeemed, event.discount(), at);
    }

    private void request(OrderPaymentStarted payment, @Nullable CouponPiece coupon, long discount, Instant at) {
        steps.send(new RequestPayment(
                payment.paymentId(),
                payment.orderId(),
                payment.userId(),
                payment.amount() + payment.shippingFee() - discount,
                discount,
                coupon,
                payment.method(),
                payment.points(),
                payment.paymentKey(),
                at));
    }

    @EventHandler
    void on(CouponRedemptionRefused event, @Timestamp Instant at) {
        steps.send(new RefusePayment(event.orderId(), event.paymentId(), PaymentRefusal.COUPON_NOT_APPLICABLE, at));
    }

    @EventHandler
    void on(PaymentRequested event, @Timestamp Instant at) {
        past.keep(event);
        if (event.points() > 0) {
            steps.send(new SpendPoints(
                    WalletId.of(event.userId()),
                    event.userId(),
                    event.paymentId(),
                    event.orderId(),
                    event.points(),
                    at));
        } else if (event.card() > 0) {
            charge(event, 0);
        }
        // Nothing to pay: the payment approves itself.
    }

    @EventHandler
    void on(PointsSpent event, @Timestamp Instant at) {
        PaymentRequested payment = past.requested(event.paymentId());
        if (payment.card() > 0) {
            charge(payment, event.amount());
        } else {
            steps.send(new ApprovePayment(event.paymentId(), at));
        }
    }

    private void charge(PaymentRequested payment, long points) {
        cards.confirm(new CardCharge(
                payment.paymentId(),
                payment.orderId(),
                Objects.requireNonNull(payment.paymentKey()),
                payment.card(),
                points));
    }

    @EventHandler
    void on(PointsSpendRefused event, @Timestamp Instant at) {
        steps.send(new DeclinePayment(event.paymentId(), DeclineReason.INSUFFICIENT_POINTS, null, 0, at));
    }

    @EventHandler
    void on(PaymentApproved event, @Timestamp Instant at) {
        steps.send(new RecordPayment(event.orderId(), event.paymentId(), event.amount(), event.discount(), at));
    }

    @EventHandler
    void on(PaymentDeclined event, @Timestamp Instant at) {
        CouponPiece coupon = event.coupon();
        if (coupon != null) {
            steps.send(new RestoreCoupon(coupon.couponId(), event.userId(), coupon.serial(), event.paymentId(), at));
        }
        if (event.points() > 0) {
            steps.send(new RefundPoints(
                    WalletId.of(event.userId()),
                    event.userId(),
                    event.paymentId(),
                    new RefundId(event.paymentId().value() + DECLINED),
                    event.points(),
                    at));
        }
        steps.send(new DeclineOrder(event.orderId(), event.paymentId(), at));
    }
}
