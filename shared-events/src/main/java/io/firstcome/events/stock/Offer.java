package io.firstcome.events.stock;

import io.firstcome.events.product.SkuId;

/**
 * What one option is sold for, and how much of it there is from the start.
 *
 * @param price of one piece, 0 or more
 * @param quantity 0 or more
 */
public record Offer(SkuId skuId, long price, int quantity) {}
