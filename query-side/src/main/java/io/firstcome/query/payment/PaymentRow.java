package io.firstcome.query.payment;

import io.firstcome.axon.processors.EventPosition;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderEvent.OrderPaymentStarted;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentEvent;
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
import io.firstcome.events.payment.RefundId;
import io.firstcome.query.view.ViewRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code payment_view}. {@link PaymentView} says what the fields mean. */
final class PaymentRow extends ViewRow<String> {

    private static final long NO_VERSION = -1;

    String paymentId;
    String orderId;
    String userId;
    Instant requestedAt;
    long requestedPosition;
    PaymentStatus status;
    long amount;
    long discount;
    long points;
    long card;
    long refunded;

    /** Of the newest refund; FAILED: what the card gateway refused is owed. */
    @Nullable
    RefundStatus refundStatus;

    @Nullable
    String declinedBecause;

    @Nullable
    String gatewayCode;

    long version;

    @SuppressWarnings("NullAway.Init") // its table sets the fields
    PaymentRow() {}

    private PaymentRow(PaymentId payment, OrderId order, UserId user, Instant requestedAt, EventPosition at) {
        this.paymentId = payment.value();
        this.orderId = order.value();
        this.userId = user.value();
        this.requestedAt = requestedAt;
        this.requestedPosition = at.position();
        this.status = PaymentStatus.REQUESTED;
        this.version = NO_VERSION;
        add(new PaymentDetails.Step(paymentId, at.position(), status, requestedAt));
    }

    /** An order began to be paid; the payment itself has not yet heard of it. */
    static PaymentRow of(OrderPaymentStarted event, EventPosition at) {
        PaymentRow row = new PaymentRow(event.paymentId(), event.orderId(), event.userId(), event.startedAt(), at);
        row.amount = Math.addExact(event.amount(), event.shippingFee());
        return row;
    }

    /** The row of a payment whose order did not tell about it. */
    static PaymentRow of(PaymentRequested event, EventPosition at) {
        PaymentRow row = new PaymentRow(event.paymentId(), event.orderId(), event.userId(), event.requestedAt(), at);
        row.add(event, at);
        return row;
    }

    @Override
    protected String key() {
        return paymentId;
    }

    void add(PaymentEvent event, EventPosition at) {
        version = at.version();
        switch (event) {
            case PaymentRequested e -> {
                amount = e.amount();
                discount = e.discount();
                points = e.points();
                card = e.card();
            }
            case PaymentApproved e -> decide(PaymentStatus.APPROVED, null, null, e.approvedAt(), at);
            case PaymentDeclined e ->
                decide(PaymentStatus.DECLINED, e.reason().name(), e.gatewayCode(), e.declinedAt(), at);
            case PaymentOutcomeUnknown e -> decide(PaymentStatus.UNKNOWN, null, e.gatewayCode(), e.unknownAt(), at);
            case PaymentRefundStarted e -> begin(e, at);
            // The refund is done when its points are back, too.
            case CardRefunded e -> {}
            case PaymentRefunded e -> giveBack(e, at);
            case PaymentRefundFailed e -> fail(e, at);
            case PaymentSettled e -> {}
        }
    }

    /** It does not come about. The coupon and the order may both say so. */
    void refuse(String because, Instant when, EventPosition at) {
        if (status == PaymentStatus.REQUESTED) {
            come(PaymentStatus.DECLINED, when, at);
            declinedBecause = because;
        }
    }

    private void come(PaymentStatus next, Instant when, EventPosition at) {
        if (status != next) {
            status = next;
            add(new PaymentDetails.Step(paymentId, at.position(), next, when));
        }
    }

    private void decide(
            PaymentStatus next, @Nullable String because, @Nullable String said, Instant when, EventPosition at) {
        come(next, when, at);
        declinedBecause = because;
        gatewayCode = said;
    }

    private void refund(
            RefundId refund, long part, RefundStatus is, Instant when, @Nullable String said, EventPosition at) {
        add(new PaymentDetails.Refund(paymentId, refund.value(), at.position(), part, is, when, said));
    }

    /** Points do not hide what is owed by card. */
    private void begin(PaymentRefundStarted event, EventPosition at) {
        long part = Math.addExact(event.points(), event.card());
        refund(event.refundId(), part, RefundStatus.STARTED, event.startedAt(), null, at);
        if (event.card() > 0 || refundStatus != RefundStatus.FAILED) {
            refundStatus = RefundStatus.STARTED;
        }
    }

    /** A part that an operator could not give back is not owed: nothing has to follow. */
    private void fail(PaymentRefundFailed event, EventPosition at) {
        // How much it is, its start has told.
        refund(event.refundId(), 0, RefundStatus.FAILED, event.failedAt(), event.gatewayCode(), at);
        if (event.owed()) {
            refundStatus = RefundStatus.FAILED;
        } else {
            refundStatus = refunded > 0 ? RefundStatus.REFUNDED : null;
        }
    }

    private void giveBack(PaymentRefunded event, EventPosition at) {
        if (event.whole() || refundStatus != RefundStatus.FAILED) {
            refundStatus = RefundStatus.REFUNDED;
        }
        refund(event.refundId(), event.amount(), RefundStatus.REFUNDED, event.refundedAt(), null, at);
        come(event.whole() ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED, event.refundedAt(), at);
        refunded = event.refunded();
    }

    /** @param inside whether what the gateway said is shown */
    PaymentView view(boolean inside) {
        return new PaymentView(
                paymentId,
                orderId,
                userId,
                status,
                amount,
                discount,
                points,
                card,
                refunded,
                declinedBecause,
                inside ? gatewayCode : null,
                requestedAt,
                version,
                requestedPosition);
    }
}
