package io.firstcome.contract.v1;

import java.time.Instant;

/** An option can no longer be pre-ordered. What is pre-ordered stays so. */
public record PreOrderCancelled(String productId, String skuId, Instant cancelledAt) implements StockMessage {}
