package io.firstcome.command.payment.rest;

import io.firstcome.command.rest.CommittedEvent;
import io.firstcome.contract.OrderErrorCode;
import io.firstcome.contract.PaymentErrorCode;
import io.firstcome.contract.RejectionCode;
import io.firstcome.events.order.OrderEvent;
import io.firstcome.events.order.OrderEvent.OrderPaid;
import io.firstcome.events.order.OrderEvent.OrderPaymentLate;
import io.firstcome.events.order.OrderEvent.OrderPaymentRefused;
import io.firstcome.events.payment.PaymentEvent;
import io.firstcome.events.payment.PaymentEvent.PaymentApproved;
import io.firstcome.events.payment.PaymentEvent.PaymentDeclined;
import io.firstcome.events.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.firstcome.events.payment.PaymentEvent.PaymentRefundStarted;
import io.firstcome.events.payment.PaymentId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far one payment is, by the events of it and of its order. Those of the two may come in any order to each other, and each
 * more than once.
 *
 * <p>A payment that was approved after its order had expired is known when the order is paid after all, or the refund begins.
 */
final class PaymentProgress {

    private final PaymentId payment;
    private @Nullable CommittedEvent approved;
    private @Nullable OrderPaid paid;
    private @Nullable RejectionCode failure;
    private @Nullable CommittedEvent failedBy;
    private @Nullable CommittedEvent late;
    private @Nullable CommittedEvent refund;
    private boolean unknown;

    PaymentProgress(PaymentId payment) {
        this.payment = payment;
    }

    /** Takes in an event; present when the outcome is known for good. */
    Optional<PaymentProgress> untilKnown(CommittedEvent happened) {
        takeIn(happened);
        return isPaid() || failure != null ? Optional.of(this) : Optional.empty();
    }

    /** Takes in an event; present also when the card gateway did not say. */
    Optional<PaymentProgress> untilKnownOrUnknown(CommittedEvent happened) {
        Optional<PaymentProgress> known = untilKnown(happened);
        return known.isEmpty() && unknown ? Optional.of(this) : known;
    }

    private void takeIn(CommittedEvent happened) {
        switch (happened.event()) {
            case OrderEvent event -> takeIn(event, happened);
            case PaymentEvent event -> takeIn(event, happened);
            default -> throw new IllegalArgumentException("neither of an order nor of a payment");
        }
        if (late != null && refund != null && paid == null) {
            fail(OrderErrorCode.ORDER_EXPIRED, late);
        }
    }

    private void takeIn(OrderEvent event, CommittedEvent happened) {
        if (event instanceof OrderPaid paying && isMine(paying.paymentId())) {
            paid = paying;
        } else if (event instanceof OrderPaymentLate lateOne && isMine(lateOne.paymentId())) {
            late(lateOne, happened);
        } else if (event instanceof OrderPaymentRefused refused && isMine(refused.paymentId())) {
            fail(OrderErrorCode.valueOf(refused.reason().name()), happened);
        }
    }

    private void takeIn(PaymentEvent event, CommittedEvent happened) {
        if (!isMine(event.paymentId())) {
            return;
        }
        switch (event) {
            case PaymentApproved approval -> approved = happened;
            case PaymentDeclined declined ->
                fail(PaymentErrorCode.valueOf(declined.reason().name()), happened);
            case PaymentOutcomeUnknown open -> unknown = true;
            case PaymentRefundStarted begun -> refund = happened;
            default -> {
                // A step on the way.
            }
        }
    }

    private boolean isMine(PaymentId of) {
        return of.equals(payment);
    }

    private void late(OrderPaymentLate event, CommittedEvent happened) {
        if (event.expired()) {
            late = happened;
        } else {
            fail(OrderErrorCode.ORDER_NOT_PAYABLE, happened);
        }
    }

    private void fail(RejectionCode code, CommittedEvent happened) {
        failure = code;
        failedBy = happened;
    }

    /** The order is paid, and the payment's version is known. */
    boolean isPaid() {
        return paid != null && approved != null;
    }

    OrderPaid paid() {
        return Objects.requireNonNull(paid);
    }

    /** The payment's version when it was approved. */
    long version() {
        return Objects.requireNonNull(approved).version();
    }

    /** Why it failed; null: it did not, as far as is known. */
    @Nullable
    RejectionCode failure() {
        return failure;
    }

    CommittedEvent failedBy() {
        return Objects.requireNonNull(failedBy);
    }

    boolean isUnknown() {
        return unknown;
    }
}
