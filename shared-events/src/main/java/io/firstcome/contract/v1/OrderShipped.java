package io.firstcome.contract.v1;

import java.time.Instant;

/** The order was sent. Status SHIPPED. */
public record OrderShipped(String orderId, String userId, String paymentId, Instant shippedAt)
        implements OrderMessage {}
