package io.firstcome.events.order;

import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;

/**
 * So many pieces of one option of a product, as ordered.
 *
 * @param quantity 1 or more
 * @param preOrder whether they are taken from the pre-order quantity
 */
public record OrderLine(ProductId productId, SkuId skuId, int quantity, boolean preOrder) {}
