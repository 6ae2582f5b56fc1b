package io.firstcome.query.payment.api;

import java.util.List;

/**
 * A part of a list of payments.
 *
 * @param items newest first, without refunds and history
 * @param more whether there are older ones
 */
public record Payments(List<PaymentView> items, boolean more) {

    public Payments {
        items = List.copyOf(items);
    }
}
