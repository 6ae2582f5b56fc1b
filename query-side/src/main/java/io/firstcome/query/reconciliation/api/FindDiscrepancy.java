package io.firstcome.query.reconciliation.api;

import io.firstcome.events.Ids;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks for the discrepancy of this id; answered by {@link Discrepancy}, or null when it is not listed.
 *
 * @param id what {@link Discrepancy#id()} gives; anything else finds nothing
 */
public record FindDiscrepancy(String id) {

    private static final Pattern ID = Pattern.compile("[A-Z_]{1,40}:(" + Ids.PATTERN + ")(?::(" + Ids.PATTERN + "))?");

    /** The order, and the payment, that it may be about, as the event store knows them. */
    public Set<String> subjects() {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            return Set.of();
        }
        String order = new OrderId(parts.group(1)).toString();
        String payment = parts.group(2);
        return payment == null ? Set.of(order) : Set.of(order, new PaymentId(payment).toString());
    }
}
