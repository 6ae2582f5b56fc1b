package io.firstcome.contract.v1;

/** What has happened to a payment: on topic {@code firstcome.payment}, in order for each payment. */
public sealed interface PaymentMessage extends Message
        permits PaymentRequested,
                PaymentApproved,
                PaymentDeclined,
                PaymentOutcomeUnknown,
                PaymentRefundStarted,
                CardRefunded,
                PaymentRefunded,
                PaymentRefundFailed,
                PaymentSettled {

    String paymentId();

    @Override
    default String context() {
        return "payment";
    }

    @Override
    default String subject() {
        return paymentId();
    }
}
