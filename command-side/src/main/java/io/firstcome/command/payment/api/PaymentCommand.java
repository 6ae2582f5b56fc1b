package io.firstcome.command.payment.api;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RefusalCode;
import io.firstcome.events.payment.PaymentId;

/** A command to one payment. */
public sealed interface PaymentCommand extends AggregateCommand
        permits RequestPayment,
                ApprovePayment,
                DeclinePayment,
                MarkPaymentUnknown,
                RefundPayment,
                RecordCardRefund,
                CompleteRefund,
                FailRefund,
                SettlePayment {

    PaymentId paymentId();

    @Override
    default String aggregateId() {
        return paymentId().toString();
    }

    @Override
    default RefusalCode whenUnknown() {
        return PaymentErrorCode.PAYMENT_NOT_FOUND;
    }
}
