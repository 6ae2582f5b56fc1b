package io.firstcome.query.order.api;

import java.time.Instant;

/** When an order came to a status. */
public record OrderStep(OrderStatus status, Instant at) {}
