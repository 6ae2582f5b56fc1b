package io.firstcome.query.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order or a payment that does not add up. Ids are bare.
 *
 * @param id its name, the same as long as it lasts: kind, order and, if any, payment, separated by colons
 * @param since when the last event came that changed it, or when its deadline was
 * @param paymentId null: it is about the order
 * @param couponId the coupon that is not restored; null: it is about no coupon
 * @param productIds whose stock it is about; empty, which is left out: about no stock
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(example = """
    {"id": "STOCK_NOT_SOLD:4b3f", "kind": "STOCK_NOT_SOLD", "since": "2026-11-20T09:01:00Z",
     "orderId": "4b3f", "userId": "1", "productIds": ["1"]}\
    """)
public record DiscrepancyView(
        String id,
        DiscrepancyKind kind,
        Instant since,
        String orderId,
        @Nullable String paymentId,
        @Nullable String couponId,
        String userId,
        @Nullable List<String> productIds) {

    static String id(DiscrepancyKind kind, String orderId, @Nullable String paymentId) {
        String ofOrder = kind + ":" + orderId;
        return paymentId == null ? ofOrder : ofOrder + ":" + paymentId;
    }
}
