package io.firstcome.command.payment.api;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.PaymentErrorCode;
import io.firstcome.contract.RejectionCode;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponPiece;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.DeclineReason;
import io.firstcome.events.payment.PaymentId;
import io.firstcome.events.payment.PaymentMethod;
import io.firstcome.events.payment.RefundId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** A command to one payment. */
public sealed interface PaymentCommand extends AggregateCommand {

    PaymentId paymentId();

    @Override
    default String aggregateId() {
        return paymentId().toString();
    }

    @Override
    default RejectionCode whenUnknown() {
        return PaymentErrorCode.PAYMENT_NOT_FOUND;
    }

    /**
     * Opens the payment of an order. Emits {@code PaymentRequested}, and {@code PaymentApproved} when nothing is left to pay; said
     * again it does nothing.
     *
     * @param amount what is to be paid after the discount, 0 or more
     * @param points for CARD: points to spend beside it, at most the amount is
     */
    record RequestPayment(
            @TargetAggregateIdentifier PaymentId paymentId,
            OrderId orderId,
            UserId userId,
            long amount,
            long discount,
            @Nullable CouponPiece coupon,
            PaymentMethod method,
            long points,
            @Nullable String paymentKey,
            Instant at)
            implements PaymentCommand {

        public RequestPayment {
            if (amount < 0 || discount < 0 || points < 0) {
                throw new IllegalArgumentException("amount, discount and points are 0 or more");
            }
            if (method == PaymentMethod.CARD && points < amount && paymentKey == null) {
                throw new IllegalArgumentException("what is paid by card needs a paymentKey");
            }
        }
    }

    /** Tells that all the money is there. Emits {@code PaymentApproved}; when it is decided already it does nothing. */
    record ApprovePayment(@TargetAggregateIdentifier PaymentId paymentId, Instant at) implements PaymentCommand {}

    /**
     * Tells that there will be no money. Emits {@code PaymentDeclined}; when it is decided already it does nothing.
     *
     * @param pointsSpent what was spent before and is to be given back
     */
    record DeclinePayment(
            @TargetAggregateIdentifier PaymentId paymentId,
            DeclineReason reason,
            @Nullable String gatewayCode,
            long pointsSpent,
            Instant at)
            implements PaymentCommand {}

    /**
     * Tells that the card gateway did not say how it ended. Emits {@code PaymentOutcomeUnknown}; when it is decided, or unknown, already it does nothing.
     */
    record MarkPaymentUnknown(@TargetAggregateIdentifier PaymentId paymentId, String gatewayCode, Instant at)
            implements PaymentCommand {}

    /**
     * Gives money back, by card first, then points. Answered with {@code PaymentRefundStarted}; refused with
     * {@code NOT_REFUNDABLE} when it is not approved or less is left. A payment of 0 is given back whole, once: {@code PaymentRefunded}
     * follows at once.
     *
     * <p>It does nothing and is answered with null when the same refund is said again, and when all that is left is asked for and
     * nothing is: a process may come when the buyer has taken back all by themself.
     *
     * @param amount 1 or more; null: all that is left
     * @param owner the user whose it must be; null: anyone's, for operators and processes
     */
    record RefundPayment(
            @TargetAggregateIdentifier PaymentId paymentId,
            RefundId refundId,
            @Nullable Long amount,
            String reason,
            @Nullable UserId owner,
            Instant at)
            implements PaymentCommand {}

    /**
     * Tells that the card part of a refund was given back. Emits {@code CardRefunded}; said again, or when that refund is not open, it does nothing.
     */
    record RecordCardRefund(@TargetAggregateIdentifier PaymentId paymentId, RefundId refundId, Instant at)
            implements PaymentCommand {}

    /**
     * Tells that all of a refund was given back. Emits {@code PaymentRefunded}; when that refund is not open (any more) it does nothing.
     */
    record CompleteRefund(@TargetAggregateIdentifier PaymentId paymentId, RefundId refundId, Instant at)
            implements PaymentCommand {}

    /**
     * Tells that the gateway refused a refund. Emits {@code PaymentRefundFailed}; when that refund is not open (any more) it does nothing.
     */
    record FailRefund(@TargetAggregateIdentifier PaymentId paymentId, RefundId refundId, String gatewayCode, Instant at)
            implements PaymentCommand {}

    /** Tells that the order was sent. Emits {@code PaymentSettled}; said again it does nothing. */
    record SettlePayment(@TargetAggregateIdentifier PaymentId paymentId, Instant at) implements PaymentCommand {}
}
