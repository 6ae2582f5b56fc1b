package io.firstcome.contract.v1;

import java.time.Instant;

/**
 * More pieces of an option came in.
 *
 * @param quantity 1 or more
 */
public record StockReceived(String productId, String skuId, int quantity, Instant receivedAt) implements StockMessage {}
