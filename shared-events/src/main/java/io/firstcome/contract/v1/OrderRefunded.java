package io.firstcome.contract.v1;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was paid is given back. Status REFUNDED.
 *
 * @param holdId the reservation that was sold; null: none, the payment came late
 * @param restock whether its pieces never left and were not restocked yet
 */
public record OrderRefunded(
        String orderId,
        String userId,
        String paymentId,
        @Nullable String holdId,
        List<OrderLine> lines,
        boolean restock,
        Instant refundedAt)
        implements OrderMessage {}
