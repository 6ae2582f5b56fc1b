package io.firstcome.query.bridge;

import io.firstcome.contract.v1.PaymentMessage;
import io.firstcome.events.coupon.CouponPiece;
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

/** From the events of a payment to their messages. An event of the family without its case here does not compile. */
final class PaymentTranslation {

    private PaymentTranslation() {}

    static PaymentMessage of(PaymentEvent payment) {
        return switch (payment) {
            case PaymentRequested event -> message(event);
            case PaymentApproved event -> message(event);
            case PaymentDeclined event -> message(event);
            case PaymentOutcomeUnknown event -> message(event);
            case PaymentRefundStarted event -> message(event);
            case CardRefunded event -> message(event);
            case PaymentRefunded event -> message(event);
            case PaymentRefundFailed event -> message(event);
            case PaymentSettled event -> message(event);
        };
    }

    private static PaymentMessage message(PaymentRequested event) {
        CouponPiece coupon = event.coupon();
        return new io.firstcome.contract.v1.PaymentRequested(
                event.paymentId().value(),
                event.orderId().value(),
                event.userId().value(),
                event.amount(),
                event.discount(),
                coupon == null ? null : coupon.couponId().value(),
                coupon == null ? null : coupon.serial(),
                event.points(),
                event.card(),
                event.requestedAt());
    }

    private static PaymentMessage message(PaymentApproved event) {
        return new io.firstcome.contract.v1.PaymentApproved(
                event.paymentId().value(),
                event.orderId().value(),
                event.userId().value(),
                event.amount(),
                event.discount(),
                event.approvedAt());
    }

    private static PaymentMessage message(PaymentDeclined event) {
        CouponPiece coupon = event.coupon();
        return new io.firstcome.contract.v1.PaymentDeclined(
                event.paymentId().value(),
                event.orderId().value(),
                event.userId().value(),
                event.reason().name(),
                event.gatewayCode(),
                event.points(),
                coupon == null ? null : coupon.couponId().value(),
                coupon == null ? null : coupon.serial(),
                event.declinedAt());
    }

    private static PaymentMessage message(PaymentOutcomeUnknown event) {
        return new io.firstcome.contract.v1.PaymentOutcomeUnknown(
                event.paymentId().value(),
                event.orderId().value(),
                event.userId().value(),
                event.gatewayCode(),
                event.unknownAt());
    }

    private static PaymentMessage message(PaymentRefundStarted event) {
        return new io.firstcome.contract.v1.PaymentRefundStarted(
                event.paymentId().value(),
                event.orderId().value(),
                event.userId().value(),
                event.refundId().value(),
                event.points(),
                event.card(),
                event.startedAt());
    }

    private static PaymentMessage message(CardRefunded event) {
        return new io.firstcome.contract.v1.CardRefunded(
                event.paymentId().value(),
                event.orderId().value(),
                event.userId().value(),
                event.refundId().value(),
                event.amount(),
                event.points(),
                event.refundedAt());
    }

    private static PaymentMessage message(PaymentRefunded event) {
        CouponPiece coupon = event.coupon();
        return new io.firstcome.contract.v1.PaymentRefunded(
                event.paymentId().value(),
                event.orderId().value(),
                event.userId().value(),
                event.refundId().value(),
                event.amount(),
                event.refunded(),
                event.whole(),
                coupon == null ? null : coupon.couponId().value(),
                coupon == null ? null : coupon.serial(),
                event.refundedAt());
    }

    private static PaymentMessage message(PaymentRefundFailed event) {
        return new io.firstcome.contract.v1.PaymentRefundFailed(
                event.paymentId().value(),
                event.orderId().value(),
                event.userId().value(),
                event.refundId().value(),
                event.gatewayCode(),
                event.failedAt());
    }

    private static PaymentMessage message(PaymentSettled event) {
        return new io.firstcome.contract.v1.PaymentSettled(
                event.paymentId().value(),
                event.orderId().value(),
                event.userId().value(),
                event.settledAt());
    }
}
