package io.firstcome.query.reconciliation;

import io.firstcome.events.Ids;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.payment.PaymentId;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be asked about orders and payments that do not add up. */
public sealed interface ReconciliationQuery {

    /**
     * Asks for what has not added up for longer than the grace period, oldest first; answered by {@link Discrepancies}.
     *
     * @param after null: from the oldest
     * @param limit how many at most, 1 or more
     */
    record FindDiscrepancies(@Nullable Place after, int limit) implements ReconciliationQuery {}

    /**
     * Asks for the discrepancy of this id; answered by {@link DiscrepancyView}, or null when it is not listed.
     *
     * @param id what {@link DiscrepancyView#id()} gives; anything else finds nothing
     */
    record FindDiscrepancy(String id) implements ReconciliationQuery {

        private static final Pattern ID =
                Pattern.compile("[A-Z_]{1,40}:(" + Ids.PATTERN + ")(?::(" + Ids.PATTERN + "))?");

        /** The order, and the payment, that it may be about, as the event store knows them. */
        Set<String> subjects() {
            Matcher parts = ID.matcher(id);
            if (!parts.matches()) {
                return Set.of();
            }
            String order = new OrderId(parts.group(1)).toString();
            String payment = parts.group(2);
            return payment == null ? Set.of(order) : Set.of(order, new PaymentId(payment).toString());
        }
    }

    /**
     * A place in the list of discrepancies: behind this one.
     *
     * @param since in microseconds since 1970
     * @param subject the order or payment as the event store knows it
     */
    record Place(long since, String subject, DiscrepancyKind kind) {}

    /**
     * A part of the list of discrepancies.
     *
     * @param items oldest first
     * @param next where the next part begins; null: this is the last
     */
    record Discrepancies(
            List<DiscrepancyView> items, @Nullable Place next) {

        public Discrepancies {
            items = List.copyOf(items);
        }
    }
}
