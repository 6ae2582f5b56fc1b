package io.firstcome.command.process.payment;

import io.firstcome.command.coupon.api.RedeemCoupon;
import io.firstcome.command.coupon.api.RestoreCoupon;
import io.firstcome.command.order.api.DeclineOrder;
import io.firstcome.command.order.api.RecordPayment;
import io.firstcome.command.order.api.RefusePayment;
import io.firstcome.command.payment.api.ApprovePayment;
import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRequests;
import io.firstcome.command.payment.api.DeclinePayment;
import io.firstcome.command.payment.api.RequestPayment;
import io.firstcome.command.process.Processes;
import io.firstcome.command.process.Steps;
import io.firstcome.command.wallet.api.RefundPoints;
import io.firstcome.command.wallet.api.SpendPoints;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.coupon.CouponRedeemed;
import io.firstcome.events.coupon.CouponRedemptionRefused;
import io.firstcome.events.order.OrderPaymentStarted;
import io.firstcome.events.order.PaymentRefusal;
import io.firstcome.events.payment.DeclineReason;
import io.firstcome.events.payment.PaymentApproved;
import io.firstcome.events.payment.PaymentDeclined;
import io.firstcome.events.payment.PaymentRequested;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.wallet.PointsSpendRefused;
import io.firstcome.events.wallet.PointsSpent;
import io.firstcome.events.wallet.WalletId;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * Leads a payment from its start to its end: the coupon first, then points, then the card, then the order.
 *
 * <p>A declined payment gives back points and coupon. What the card gateway says comes back as an event of the payment, whenever
 * that is; until then the process waits.
 */
@ProcessingGroup(Processes.PAYMENT)
@Revision("1")
public final class PaymentSaga {

    /** The property by which events find the process. */
    static final String PAYMENT = "paymentId";

    /** How the refund of the points of a declined payment ends. */
    static final String DECLINED = "-declined";

    private @Nullable OrderPaymentStarted started;
    private long card;
    private @Nullable String paymentKey;

    @StartSaga
    @SagaEventHandler(associationProperty = PAYMENT)
    void on(OrderPaymentStarted event, @Timestamp Instant at, Steps steps) {
        started = event;
        CouponPiece coupon = event.coupon();
        if (coupon == null) {
            request(0, at, steps);
        } else {
            steps.send(new RedeemCoupon(
                    coupon.couponId(), event.userId(), coupon, event.paymentId(), event.orderId(), event.amount(), at));
        }
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(CouponRedeemed event, @Timestamp Instant at, Steps steps) {
        request(event.discount(), at, steps);
    }

    private void request(long discount, Instant at, Steps steps) {
        OrderPaymentStarted payment = started();
        steps.send(new RequestPayment(
                payment.paymentId(),
                payment.orderId(),
                payment.userId(),
                payment.amount() + payment.shippingFee() - discount,
                discount,
                payment.coupon(),
                payment.method(),
                payment.points(),
                payment.paymentKey(),
                at));
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(CouponRedemptionRefused event, @Timestamp Instant at, Steps steps) {
        steps.send(new RefusePayment(event.orderId(), event.paymentId(), PaymentRefusal.COUPON_NOT_APPLICABLE, at));
        SagaLifecycle.end();
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(PaymentRequested event, @Timestamp Instant at, Steps steps, CardRequests cards) {
        card = event.card();
        paymentKey = event.paymentKey();
        if (event.points() > 0) {
            steps.send(new SpendPoints(
                    WalletId.of(event.userId()),
                    event.userId(),
                    event.paymentId(),
                    event.orderId(),
                    event.points(),
                    at));
        } else if (card > 0) {
            charge(0, cards);
        }
        // Nothing to pay: the payment approves itself.
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(PointsSpent event, @Timestamp Instant at, Steps steps, CardRequests cards) {
        if (card > 0) {
            charge(event.amount(), cards);
        } else {
            steps.send(new ApprovePayment(event.paymentId(), at));
        }
    }

    private void charge(long points, CardRequests cards) {
        cards.confirm(new CardCharge(
                started().paymentId(), started().orderId(), Objects.requireNonNull(paymentKey), card, points));
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(PointsSpendRefused event, @Timestamp Instant at, Steps steps) {
        steps.send(new DeclinePayment(event.paymentId(), DeclineReason.INSUFFICIENT_POINTS, null, 0, at));
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(PaymentApproved event, @Timestamp Instant at, Steps steps) {
        steps.send(new RecordPayment(event.orderId(), event.paymentId(), event.amount(), event.discount(), at));
        SagaLifecycle.end();
    }

    @SagaEventHandler(associationProperty = PAYMENT)
    void on(PaymentDeclined event, @Timestamp Instant at, Steps steps) {
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
        SagaLifecycle.end();
    }

    private OrderPaymentStarted started() {
        return Objects.requireNonNull(started, "started");
    }
}
