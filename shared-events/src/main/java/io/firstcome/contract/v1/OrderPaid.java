package io.firstcome.contract.v1;

import java.time.Instant;
import java.util.List;

/**
 * The order is paid. Status PAID.
 *
 * @param holdId the reservation that is sold: another than the first after a late approval
 * @param paid what was paid, after the discount
 */
public record OrderPaid(
        String orderId,
        String userId,
        String paymentId,
        List<OrderLine> lines,
        String holdId,
        long paid,
        long discount,
        Instant paidAt)
        implements OrderMessage {}
