package io.firstcome.query.reconciliation.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order or a payment that does not add up. Ids are bare.
 *
 * @param since when the last event came that changed it, or when its deadline was
 * @param paymentId null: it is about the order
 * @param couponId the coupon that is not restored; null: it is about no coupon
 * @param productIds whose stock it is about; empty: about no stock
 */
public record Discrepancy(
        DiscrepancyKind kind,
        Instant since,
        String orderId,
        @Nullable String paymentId,
        @Nullable String couponId,
        String userId,
        List<String> productIds) {

    private static final String SEPARATOR = ":";

    public Discrepancy {
        productIds = List.copyOf(productIds);
    }

    /** Its name: the same as long as it lasts. Kind, order and, if any, payment, separated by colons. */
    public String id() {
        String ofOrder = kind + SEPARATOR + orderId;
        return paymentId == null ? ofOrder : ofOrder + SEPARATOR + paymentId;
    }
}
