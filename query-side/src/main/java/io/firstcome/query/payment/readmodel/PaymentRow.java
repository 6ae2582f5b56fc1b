package io.firstcome.query.payment.readmodel;

import io.firstcome.query.payment.api.PaymentRefund;
import io.firstcome.query.payment.api.PaymentStatus;
import io.firstcome.query.payment.api.PaymentStep;
import io.firstcome.query.payment.api.PaymentView;
import io.firstcome.query.payment.api.RefundStatus;
import io.firstcome.query.payment.readmodel.PaymentChange.Begun;
import io.firstcome.query.payment.readmodel.PaymentChange.Decided;
import io.firstcome.query.payment.readmodel.PaymentChange.FromOutside;
import io.firstcome.query.payment.readmodel.PaymentChange.Noted;
import io.firstcome.query.payment.readmodel.PaymentChange.RefundFailed;
import io.firstcome.query.payment.readmodel.PaymentChange.RefundStarted;
import io.firstcome.query.payment.readmodel.PaymentChange.Refunded;
import io.firstcome.query.payment.readmodel.PaymentChange.Refused;
import io.firstcome.query.payment.readmodel.PaymentChange.Requested;
import io.firstcome.query.writing.Positioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code payment_view}. {@link PaymentView} says what the fields mean. */
final class PaymentRow implements Positioned {

    static final long NO_VERSION = -1;

    final String paymentId;
    final String orderId;
    final String userId;
    final Instant requestedAt;
    final long requestedPosition;

    PaymentStatus status = PaymentStatus.REQUESTED;
    long amount;
    long discount;
    long points;
    long card;
    long refunded;

    /** Of the newest refund; FAILED: what the card gateway refused is owed. */
    @Nullable
    RefundStatus refundStatus;

    @Nullable
    String reason;

    @Nullable
    String gatewayCode;

    long version = NO_VERSION;
    long position;

    /** What the changes of this batch add to the other tables. */
    final List<Step> steps = new ArrayList<>();

    final List<Refund> refunds = new ArrayList<>();

    /** An entry of the history: the event at this position brought the payment to this status. */
    record Step(String paymentId, long position, PaymentStatus status, Instant at) {}

    /**
     * A refund as it is now.
     *
     * @param amount 0 when that is not told again
     * @param position of the event that told it
     */
    record Refund(
            String paymentId,
            String refundId,
            long amount,
            RefundStatus status,
            Instant at,
            @Nullable String gatewayCode,
            long position) {}

    PaymentRow(String paymentId, String orderId, String userId, Instant requestedAt, long requestedPosition) {
        this.paymentId = paymentId;
        this.orderId = orderId;
        this.userId = userId;
        this.requestedAt = requestedAt;
        this.requestedPosition = requestedPosition;
    }

    static PaymentRow of(Begun begun) {
        PaymentRow row = new PaymentRow(
                begun.paymentId(),
                begun.orderId(),
                begun.userId(),
                begun.at(),
                begun.origin().position());
        row.amount = begun.amount();
        row.position = begun.origin().position();
        row.begin();
        return row;
    }

    /** The row of a payment whose order did not tell about it. */
    static PaymentRow of(Requested requested) {
        PaymentRow row = new PaymentRow(
                requested.paymentId(),
                requested.orderId(),
                requested.userId(),
                requested.at(),
                requested.origin().position());
        row.position = requested.origin().position();
        row.begin();
        row.add(requested);
        return row;
    }

    void add(PaymentChange change) {
        position = change.origin().position();
        if (!(change instanceof FromOutside)) {
            version = change.origin().version();
        }
        switch (change) {
            case Begun begun -> throw new IllegalStateException("The payment begins twice");
            case Refused refused -> refuse(refused);
            case Requested requested -> request(requested);
            case Decided decided -> decide(decided);
            case RefundStarted started -> begin(started);
            case Refunded returned -> giveBack(returned);
            case RefundFailed failed -> fail(failed);
            case Noted noted -> {}
        }
    }

    private void begin() {
        steps.add(new Step(paymentId, position, PaymentStatus.REQUESTED, requestedAt));
    }

    private void come(PaymentStatus next, Instant at) {
        if (status != next) {
            status = next;
            steps.add(new Step(paymentId, position, next, at));
        }
    }

    private void refund(String refundId, long part, RefundStatus is, Instant at, @Nullable String said) {
        refunds.add(new Refund(paymentId, refundId, part, is, at, said, position));
    }

    /** The coupon and the order may both say so. */
    private void refuse(Refused change) {
        if (status == PaymentStatus.REQUESTED) {
            come(PaymentStatus.DECLINED, change.at());
            reason = change.reason();
        }
    }

    private void request(Requested change) {
        amount = change.amount();
        discount = change.discount();
        points = change.points();
        card = change.card();
    }

    private void decide(Decided change) {
        come(change.status(), change.at());
        reason = change.reason();
        gatewayCode = change.gatewayCode();
    }

    /** Points do not hide what is owed by card. */
    private void begin(RefundStarted change) {
        refund(change.refundId(), change.amount(), RefundStatus.STARTED, change.at(), null);
        if (change.byCard() || refundStatus != RefundStatus.FAILED) {
            refundStatus = RefundStatus.STARTED;
        }
    }

    /** A part that an operator could not give back is not owed: nothing has to follow. */
    private void fail(RefundFailed change) {
        refund(change.refundId(), 0, RefundStatus.FAILED, change.at(), change.gatewayCode());
        if (change.owed()) {
            refundStatus = RefundStatus.FAILED;
        } else {
            refundStatus = refunded > 0 ? RefundStatus.REFUNDED : null;
        }
    }

    private void giveBack(Refunded change) {
        if (change.whole() || refundStatus != RefundStatus.FAILED) {
            refundStatus = RefundStatus.REFUNDED;
        }
        refund(change.refundId(), change.amount(), RefundStatus.REFUNDED, change.at(), null);
        come(change.whole() ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED, change.at());
        refunded = change.refunded();
    }

    @Override
    public long position() {
        return position;
    }

    PaymentView view(List<PaymentRefund> all, List<PaymentStep> history) {
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
                reason,
                gatewayCode,
                requestedAt,
                requestedPosition,
                version,
                all,
                history);
    }
}
