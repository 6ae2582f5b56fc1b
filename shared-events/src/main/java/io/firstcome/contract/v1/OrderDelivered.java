package io.firstcome.contract.v1;

import java.time.Instant;

/** The order arrived. Status DELIVERED. */
public record OrderDelivered(String orderId, String userId, Instant deliveredAt) implements OrderMessage {}
