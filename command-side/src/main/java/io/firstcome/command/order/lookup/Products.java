package io.firstcome.command.order.lookup;

import io.firstcome.events.product.ProductId;

/** Which products can be ordered at all. */
@FunctionalInterface
public interface Products {

    /** Tells whether the product's stock was ever opened. It may be sold out, closed or outside of its window. */
    boolean exist(ProductId product);
}
