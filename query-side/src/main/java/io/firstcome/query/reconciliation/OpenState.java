package io.firstcome.query.reconciliation;

import io.firstcome.events.AboutUser;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an order or a payment waits for. Stored as JSON, of its fields.
 *
 * <p>Begins as one of which nothing is open, whatever it may be in truth: what has nothing open is forgotten, and the next
 * event about it begins anew. So each event must say by itself what follows from it.
 */
sealed interface OpenState permits OpenOrder, OpenPayment {

    void apply(AboutUser event);

    /** What it will be a case of unless something follows; none: nothing is open. */
    Set<DiscrepancyKind> kinds();

    /**
     * From when on that something is late.
     *
     * @param changedAt when its last event was stored, in microseconds since 1970
     */
    long since(long changedAt);

    /** The payment that a discrepancy of an order is about, too; null: none. */
    default @Nullable String paymentId() {
        return null;
    }

    /** The coupon that is not restored; null: none. */
    default @Nullable String couponId() {
        return null;
    }

    /** The products whose stock a discrepancy of this kind is about. */
    default List<String> productIds(DiscrepancyKind kind) {
        return List.of();
    }
}
