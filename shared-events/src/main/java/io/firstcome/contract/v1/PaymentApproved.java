package io.firstcome.contract.v1;

import java.time.Instant;

/** The money is there. */
public record PaymentApproved(
        String paymentId, String orderId, String userId, long amount, long discount, Instant approvedAt)
        implements PaymentMessage {}
