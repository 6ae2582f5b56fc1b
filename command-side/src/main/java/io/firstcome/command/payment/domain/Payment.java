package io.firstcome.command.payment.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.firstcome.command.payment.api.PaymentCommand.ApprovePayment;
import io.firstcome.command.payment.api.PaymentCommand.CompleteRefund;
import io.firstcome.command.payment.api.PaymentCommand.DeclinePayment;
import io.firstcome.command.payment.api.PaymentCommand.FailRefund;
import io.firstcome.command.payment.api.PaymentCommand.MarkPaymentUnknown;
import io.firstcome.command.payment.api.PaymentCommand.RecordCardRefund;
import io.firstcome.command.payment.api.PaymentCommand.RefundPayment;
import io.firstcome.command.payment.api.PaymentCommand.RequestPayment;
import io.firstcome.command.payment.api.PaymentCommand.SettlePayment;
import io.firstcome.command.payment.domain.Refunds.OpenRefund;
import io.firstcome.contract.PaymentErrorCode;
import io.firstcome.contract.RejectedException;
import io.firstcome.events.UserId;
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
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay an order, and what is given back of it.
 *
 * <p>Always: it is decided once, whatever comes twice or late; refunds, the open ones too, are never more than what was paid, by
 * card and by points each. What processes and the card worker tell it does nothing when it is known already.
 */
@Revision("3")
@AggregateRoot(type = PaymentId.TYPE)
public final class Payment extends PaymentState {

    /** How the refund of the points of one ends whose card part was refused. */
    private static final String POINTS_OF = "-points";

    /** For Axon, which then replays the events. */
    Payment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestPayment command) {
        if (isRequested()) {
            return;
        }
        long points = command.method() == PaymentMethod.POINT
                ? command.amount()
                : Math.min(command.points(), command.amount());
        long card = command.amount() - points;
        apply(new PaymentRequested(
                command.paymentId(),
                command.orderId(),
                command.userId(),
                command.amount(),
                command.discount(),
                command.coupon(),
                points,
                card,
                card == 0 ? null : command.paymentKey(),
                command.at()));
        if (command.amount() == 0) {
            approve(command.at());
        }
    }

    @CommandHandler
    void handle(ApprovePayment command) {
        if (!isDecided()) {
            approve(command.at());
        }
    }

    @CommandHandler
    void handle(DeclinePayment command) {
        if (isDecided()) {
            return;
        }
        if (command.pointsSpent() < 0 || command.pointsSpent() > points()) {
            throw new IllegalArgumentException("no more points can have been spent than were to be");
        }
        apply(new PaymentDeclined(
                command.paymentId(),
                orderId(),
                payer(),
                command.reason(),
                command.gatewayCode(),
                command.pointsSpent(),
                coupon(),
                command.at()));
    }

    @CommandHandler
    void handle(MarkPaymentUnknown command) {
        if (status() == Status.REQUESTED) {
            apply(new PaymentOutcomeUnknown(
                    command.paymentId(), orderId(), payer(), command.gatewayCode(), command.at()));
        }
    }

    /** Null: the refund is known, or all that is left is asked for and nothing is. */
    @CommandHandler
    @Nullable
    PaymentRefundStarted handle(RefundPayment command) {
        UserId owner = command.owner();
        if (owner != null && !owner.equals(payer())) {
            throw new RejectedException(PaymentErrorCode.PAYMENT_NOT_FOUND);
        }
        if (refunds().isKnown(command.refundId())) {
            return null;
        }
        if (!RefundRule.allHold(this, command)) {
            throw new RejectedException(PaymentErrorCode.NOT_REFUNDABLE);
        }
        if (command.amount() == null && !isAnythingLeft()) {
            return null;
        }
        long asked = command.amount() == null ? refundable() : command.amount();
        long card = Math.min(asked, refundableByCard());
        PaymentRefundStarted started = new PaymentRefundStarted(
                command.paymentId(),
                orderId(),
                payer(),
                command.refundId(),
                asked - card,
                card,
                card == 0 ? null : paymentKey(),
                command.reason(),
                command.at());
        apply(started);
        if (asked == 0) {
            complete(command.refundId(), 0, command.at());
        }
        return started;
    }

    @CommandHandler
    void handle(RecordCardRefund command) {
        OpenRefund open = refunds().open(command.refundId());
        if (open != null && open.isCardAwaited()) {
            apply(new CardRefunded(
                    command.paymentId(),
                    orderId(),
                    payer(),
                    command.refundId(),
                    open.card(),
                    open.points(),
                    command.at()));
        }
    }

    @CommandHandler
    void handle(CompleteRefund command) {
        OpenRefund open = refunds().open(command.refundId());
        if (open == null) {
            return;
        }
        if (open.isCardAwaited()) {
            throw new IllegalStateException("the card part of the refund is not given back yet");
        }
        complete(command.refundId(), open.amount(), command.at());
    }

    /** What came back by card already cannot fail any more. When all is owed, the points do not wait for the card. */
    @CommandHandler
    void handle(FailRefund command) {
        OpenRefund open = refunds().open(command.refundId());
        if (open == null || !open.isCardAwaited()) {
            return;
        }
        boolean owed = isWholeAskedBack();
        apply(new PaymentRefundFailed(
                command.paymentId(),
                orderId(),
                payer(),
                command.refundId(),
                command.gatewayCode(),
                open.card(),
                owed,
                owed ? couponToRestore() : null,
                command.at()));
        if (owed && open.points() > 0) {
            apply(new PaymentRefundStarted(
                    command.paymentId(),
                    orderId(),
                    payer(),
                    new RefundId(command.refundId().value() + POINTS_OF),
                    open.points(),
                    0,
                    null,
                    "The card gateway refused the other part",
                    command.at()));
        }
    }

    @CommandHandler
    void handle(SettlePayment command) {
        if (status() == Status.APPROVED && !isSettled()) {
            apply(new PaymentSettled(command.paymentId(), orderId(), payer(), command.at()));
        }
    }

    private void approve(Instant at) {
        apply(new PaymentApproved(paymentId(), orderId(), payer(), amount(), discount(), at));
    }

    private void complete(RefundId refundId, long given, Instant at) {
        long refunded = refunds().givenBack() + given;
        boolean whole = refunded == amount();
        apply(new PaymentRefunded(
                paymentId(),
                orderId(),
                payer(),
                refundId,
                given,
                refunded,
                whole,
                whole ? couponToRestore() : null,
                at));
    }
}
