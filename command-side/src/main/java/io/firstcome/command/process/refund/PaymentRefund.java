package io.firstcome.command.process.refund;

import io.firstcome.command.coupon.api.CouponCommand.RestoreCoupon;
import io.firstcome.command.order.api.OrderCommand.RecordRefund;
import io.firstcome.command.order.api.OrderCommand.RecordRefundFailure;
import io.firstcome.command.payment.api.CardRefund;
import io.firstcome.command.payment.api.CardRequests;
import io.firstcome.command.payment.api.PaymentCommand.CompleteRefund;
import io.firstcome.command.process.ProcessCommands;
import io.firstcome.command.process.Processes;
import io.firstcome.command.wallet.api.WalletCommand.RefundPoints;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.payment.PaymentEvent.CardRefunded;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundFailed;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundStarted;
import io.firstcome.events.payment.PaymentEvent.PaymentRefunded;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.RefundId;
import io.firstcome.events.wallet.WalletEvent.PointsRefunded;
import io.firstcome.events.wallet.WalletId;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a refund: the card first, since it may refuse, then points; when all is given back, coupon and order learn of it. When
 * the card refuses, the order learns of that, and the coupon comes back if all is owed.
 */
@ProcessingGroup(Processes.PAYMENT)
public final class PaymentRefund {

    private final ProcessCommands steps;
    private final CardRequests cards;

    public PaymentRefund(ProcessCommands steps, CardRequests cards) {
        this.steps = steps;
        this.cards = cards;
    }

    @EventHandler
    void on(PaymentRefundStarted event, @Timestamp Instant at) {
        if (event.card() > 0) {
            cards.cancel(new CardRefund(
                    event.paymentId(),
                    event.refundId(),
                    Objects.requireNonNull(event.paymentKey()),
                    event.card(),
                    event.reason()));
        } else {
            refundPoints(event.paymentId(), event.userId(), event.refundId(), event.points(), at);
        }
    }

    @EventHandler
    void on(CardRefunded event, @Timestamp Instant at) {
        refundPoints(event.paymentId(), event.userId(), event.refundId(), event.points(), at);
    }

    private void refundPoints(PaymentId payment, UserId user, RefundId refund, long points, Instant at) {
        if (points > 0) {
            steps.send(new RefundPoints(WalletId.of(user), user, payment, refund, points, at));
        } else {
            steps.send(new CompleteRefund(payment, refund, at));
        }
    }

    /** The points of a declined payment are no refund of it: the payment then does nothing. */
    @EventHandler
    void on(PointsRefunded event, @Timestamp Instant at) {
        steps.send(new CompleteRefund(event.paymentId(), event.refundId(), at));
    }

    @EventHandler
    void on(PaymentRefunded event, @Timestamp Instant at) {
        if (!event.whole()) {
            return;
        }
        restore(event.coupon(), event.userId(), event.paymentId(), at);
        steps.send(new RecordRefund(event.orderId(), event.paymentId(), at));
    }

    @EventHandler
    void on(PaymentRefundFailed event, @Timestamp Instant at) {
        restore(event.coupon(), event.userId(), event.paymentId(), at);
        steps.send(new RecordRefundFailure(
                event.orderId(),
                event.paymentId(),
                event.refundId(),
                event.card(),
                event.owed(),
                event.gatewayCode(),
                at));
    }

    /** A piece that was restored before, and perhaps redeemed by another payment since, stays as it is. */
    private void restore(@Nullable CouponPiece coupon, UserId user, PaymentId payment, Instant at) {
        if (coupon != null) {
            steps.send(new RestoreCoupon(coupon.couponId(), user, coupon.serial(), payment, at));
        }
    }
}
