package io.firstcome.events.order;

import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;

/**
 * A line of an order whose stock is held.
 *
 * @param quantity 1 or more
 * @param preOrder whether they are taken from the pre-order quantity
 * @param unitPrice of one piece, 0 or more
 */
public record PricedLine(ProductId productId, SkuId skuId, int quantity, boolean preOrder, long unitPrice) {

    /** The price of the line. */
    public long amount() {
        return Math.multiplyExact(unitPrice, quantity);
    }
}
