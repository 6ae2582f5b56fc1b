package io.firstcome.events.stock;

import io.firstcome.events.product.SkuId;

/**
 * So many pieces of one option.
 *
 * @param quantity 1 or more
 * @param preOrder whether they are taken from the pre-order quantity
 */
public record StockLine(SkuId skuId, int quantity, boolean preOrder) {}
