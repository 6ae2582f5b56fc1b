package io.firstcome.contract.v1;

import java.time.Instant;

/** The order was sent: from now on the buyer alone cannot take the money back. */
public record PaymentSettled(String paymentId, String orderId, String userId, Instant settledAt)
        implements PaymentMessage {}
