package io.firstcome.events.payment;

import io.firstcome.events.order.OrderId;

/** The family of events of one payment. */
public sealed interface PaymentEvent
        permits PaymentRequested,
                PaymentApproved,
                PaymentDeclined,
                PaymentOutcomeUnknown,
                PaymentRefundStarted,
                CardRefunded,
                PaymentRefunded,
                PaymentRefundFailed,
                PaymentSettled {

    PaymentId paymentId();

    OrderId orderId();
}
