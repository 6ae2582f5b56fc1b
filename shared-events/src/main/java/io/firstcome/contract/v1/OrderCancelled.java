package io.firstcome.contract.v1;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order ended. Status CANCELLED.
 *
 * @param reason {@code ASKED_FOR} or {@code PAYMENT_DECLINED}
 * @param paymentId the payment that is given back; null: it was not paid
 * @param holdId the reservation of the paid order whose pieces go back; null: it was not paid
 */
public record OrderCancelled(
        String orderId,
        String userId,
        String reason,
        @Nullable String paymentId,
        @Nullable String holdId,
        List<OrderLine> lines,
        Instant cancelledAt)
        implements OrderMessage {}
