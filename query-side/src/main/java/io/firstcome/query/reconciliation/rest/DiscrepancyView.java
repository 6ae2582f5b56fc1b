package io.firstcome.query.reconciliation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.firstcome.query.reconciliation.api.Discrepancy;
import io.firstcome.query.reconciliation.api.DiscrepancyKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order or a payment that does not add up.
 *
 * @param id the same as long as it lasts
 * @param since when the last event came that changed it, or when its deadline was
 * @param paymentId when it is about a payment
 * @param couponId when it is about a coupon
 * @param productIds whose stock it is about
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(example = """
    {"id": "STOCK_NOT_SOLD:4b3f", "kind": "STOCK_NOT_SOLD", "since": "2026-11-20T09:01:00Z",
     "orderId": "4b3f", "userId": "1", "productIds": ["1"]}\
    """)
record DiscrepancyView(
        String id,
        DiscrepancyKind kind,
        Instant since,
        String orderId,
        @Nullable String paymentId,
        @Nullable String couponId,
        String userId,
        @Nullable List<String> productIds) {

    static DiscrepancyView of(Discrepancy found) {
        return new DiscrepancyView(
                found.id(),
                found.kind(),
                found.since(),
                found.orderId(),
                found.paymentId(),
                found.couponId(),
                found.userId(),
                found.productIds());
    }
}
