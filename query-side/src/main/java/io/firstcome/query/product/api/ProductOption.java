package io.firstcome.query.product.api;

import org.jspecify.annotations.Nullable;

/**
 * What can be ordered of a product.
 *
 * @param skuId the bare id; that of the product when it has no options
 * @param name null for a product without options
 * @param price of one piece, in the currency's smallest unit
 */
public record ProductOption(String skuId, @Nullable String name, long price) {}
