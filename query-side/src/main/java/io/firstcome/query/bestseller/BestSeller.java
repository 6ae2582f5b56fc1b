package io.firstcome.query.bestseller;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A product and how well it sells.
 *
 * @param sold pieces sold less pieces returned in the period, 1 or more
 */
@Schema(name = "BestSellerItem", example = """
    {"productId": "1", "name": "Limited mug", "sold": 97}\
    """)
public record BestSeller(String productId, String name, long sold) {}
