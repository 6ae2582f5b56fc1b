package io.firstcome.events.product;

import io.firstcome.events.Ids;

/**
 * A sellable option of a product. A product without options has one, named like the product. Unique within its product.
 */
public record SkuId(String value) {

    public SkuId {
        Ids.requireValid(value, "skuId");
    }

    @Override
    public String toString() {
        return value;
    }
}
