package io.firstcome.contract.v1;

import java.time.Instant;

/** The order was not paid in time. Status EXPIRED. */
public record OrderExpired(String orderId, String userId, Instant expiredAt) implements OrderMessage {}
