package io.firstcome.query.bestseller.rest;

import io.firstcome.query.bestseller.api.BestSeller;
import io.swagger.v3.oas.annotations.media.Schema;

/** @param sold pieces sold less pieces returned in the period */
@Schema(example = """
                {"productId": "1", "name": "Limited mug", "sold": 97}""")
record BestSellerItem(String productId, String name, long sold) {

    static BestSellerItem of(BestSeller product) {
        return new BestSellerItem(product.productId(), product.name(), product.sold());
    }
}
