package io.firstcome.events.stock;

import io.firstcome.events.Ids;
import io.firstcome.events.product.ProductId;

/** The stock of one product, all its options. Its value is that of the product, so that one leads to the other. */
public record StockId(String value) {

    /** The aggregate type, and the part of the stored identifier before the colon. */
    public static final String TYPE = "stock";

    public StockId {
        Ids.requireValid(value, "stockId");
    }

    /** The stock of {@code product}. */
    public static StockId of(ProductId product) {
        return new StockId(product.value());
    }

    /** The product whose stock this is. */
    public ProductId productId() {
        return new ProductId(value);
    }

    @Override
    public String toString() {
        return TYPE + ":" + value;
    }
}
