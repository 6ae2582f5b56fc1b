package io.firstcome.contract.v1;

import java.time.Instant;
import java.util.List;

/**
 * A payment was approved after the order had expired or was cancelled. It is completed or given back.
 *
 * @param expired whether the order had expired, and may be completed when stock is left; else it was cancelled
 */
public record OrderPaymentLate(
        String orderId,
        String userId,
        String paymentId,
        List<OrderLine> lines,
        long paid,
        long discount,
        boolean expired,
        Instant approvedAt)
        implements OrderMessage {}
