package io.firstcome.contract.v1;

import org.jspecify.annotations.Nullable;

/**
 * A sellable option of a product.
 *
 * @param name what the buyer reads; null for a product without options
 * @param price of one piece, 0 or more
 * @param quantity pieces in stock from the start, 0 or more
 */
public record Sku(String skuId, @Nullable String name, long price, int quantity) {}
