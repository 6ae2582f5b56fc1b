package io.firstcome.query.payment.projection;

import io.firstcome.axon.processing.Origin;
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
import io.firstcome.query.payment.api.PaymentStatus;
import io.firstcome.query.payment.readmodel.PaymentChange;
import io.firstcome.query.payment.readmodel.PaymentChange.Decided;
import io.firstcome.query.payment.readmodel.PaymentChange.Noted;
import io.firstcome.query.payment.readmodel.PaymentChange.RefundFailed;
import io.firstcome.query.payment.readmodel.PaymentChange.RefundStarted;
import io.firstcome.query.payment.readmodel.PaymentChange.Refunded;
import io.firstcome.query.payment.readmodel.PaymentChange.Requested;

/** What each event of a payment changes in its view. */
final class PaymentChanges {

    private PaymentChanges() {}

    static PaymentChange of(PaymentEvent event, Origin origin) {
        String id = event.paymentId().value();
        return switch (event) {
            case PaymentRequested requested -> requested(requested, origin);
            case PaymentApproved approved ->
                new Decided(id, PaymentStatus.APPROVED, null, null, approved.approvedAt(), origin);
            case PaymentDeclined declined ->
                new Decided(
                        id,
                        PaymentStatus.DECLINED,
                        declined.reason().name(),
                        declined.gatewayCode(),
                        declined.declinedAt(),
                        origin);
            case PaymentOutcomeUnknown unknown ->
                new Decided(id, PaymentStatus.UNKNOWN, null, unknown.gatewayCode(), unknown.unknownAt(), origin);
            case PaymentRefundStarted started ->
                new RefundStarted(
                        id,
                        started.refundId().value(),
                        Math.addExact(started.points(), started.card()),
                        started.card() > 0,
                        started.startedAt(),
                        origin);
            // The refund is done when its points are back, too.
            case CardRefunded card -> new Noted(id, origin);
            case PaymentRefunded refunded ->
                new Refunded(
                        id,
                        refunded.refundId().value(),
                        refunded.amount(),
                        refunded.refunded(),
                        refunded.whole(),
                        refunded.refundedAt(),
                        origin);
            case PaymentRefundFailed failed ->
                new RefundFailed(
                        id, failed.refundId().value(), failed.gatewayCode(), failed.owed(), failed.failedAt(), origin);
            case PaymentSettled settled -> new Noted(id, origin);
        };
    }

    private static PaymentChange requested(PaymentRequested event, Origin origin) {
        return new Requested(
                event.paymentId().value(),
                event.orderId().value(),
                event.userId().value(),
                event.amount(),
                event.discount(),
                event.points(),
                event.card(),
                event.requestedAt(),
                origin);
    }
}
