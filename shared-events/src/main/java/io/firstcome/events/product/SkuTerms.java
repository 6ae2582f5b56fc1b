package io.firstcome.events.product;

import org.jspecify.annotations.Nullable;

/**
 * A sellable option as it is put on sale.
 *
 * @param name what the buyer reads; null for a product without options
 * @param price of one piece, 0 or more, in the currency's smallest unit
 * @param quantity pieces in stock from the start, 0 or more
 */
public record SkuTerms(SkuId skuId, @Nullable String name, long price, int quantity) {}
