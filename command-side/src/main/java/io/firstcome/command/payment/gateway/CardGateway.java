package io.firstcome.command.payment.gateway;

import io.firstcome.command.payment.api.CardCharge;
import io.firstcome.command.payment.api.CardRefund;

/**
 * A card gateway. Each call is made once, waits for its answer, and may be repeated: the same charge or refund takes effect once.
 *
 * <p>Each throws {@link NotSentException} when the gateway certainly knows nothing of the call.
 */
public interface CardGateway {

    /** Takes the money. */
    Outcome confirm(CardCharge charge);

    /** Gives it back, whole or in part. */
    Outcome cancel(CardRefund refund);

    /** Asks what became of a payment. */
    Finding find(String paymentKey);
}
