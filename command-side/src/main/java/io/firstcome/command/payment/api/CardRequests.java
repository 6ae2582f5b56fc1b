package io.firstcome.command.payment.api;

import io.firstcome.command.payment.api.PaymentCommand.ApprovePayment;
import io.firstcome.command.payment.api.PaymentCommand.DeclinePayment;
import io.firstcome.command.payment.api.PaymentCommand.FailRefund;
import io.firstcome.command.payment.api.PaymentCommand.MarkPaymentUnknown;
import io.firstcome.command.payment.api.PaymentCommand.RecordCardRefund;

/**
 * What a process asks of the card gateway.
 *
 * <p>Both calls only note the request, in the current transaction, and return at once. It is carried out after the commit, also
 * after a crash, until its outcome is known; the outcome comes back as a command to the payment. A request that is noted again
 * is the same one.
 */
public interface CardRequests {

    /** Ends in {@link ApprovePayment} or {@link DeclinePayment}, perhaps with {@link MarkPaymentUnknown} on the way. */
    void confirm(CardCharge charge);

    /** Ends in {@link RecordCardRefund} or {@link FailRefund}. */
    void cancel(CardRefund refund);
}
