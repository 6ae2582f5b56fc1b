package io.firstcome.command.payment.gateway;

import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRefund;
import java.util.List;

/**
 * A payment as the gateway knows it.
 *
 * @param status the contract's name of its state; others may come to be
 * @param totalAmount what was to be taken
 * @param balanceAmount what of it is not given back
 * @param cancelReasons of each time that something was given back
 */
public record FoundPayment(
        String paymentKey,
        String orderId,
        String status,
        long totalAmount,
        long balanceAmount,
        List<String> cancelReasons) {

    /** Whether it is the payment of that order, and not of another one that the same key was used for. */
    public boolean isOf(CardCharge charge) {
        return paymentKey.equals(charge.paymentKey()) && orderId.equals(Names.order(charge.orderId()));
    }

    /** Whether that refund is among its cancels. */
    public boolean has(CardRefund refund) {
        return cancelReasons.stream().anyMatch(reason -> Names.isReasonOf(reason, refund));
    }
}
