package io.firstcome.query.product;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product in a list.
 *
 * @param price the least price of its options
 * @param image the first of its images
 * @param position of the event that created it: newer is greater
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(example = """
                {"productId": "1", "name": "Limited mug", "price": 12000, "category": "kitchen",
                 "image": "https://example.com/mug.jpg", "status": "ON_SALE", "saleFrom": "2026-11-20T09:00:00Z"}""")
public record ProductItem(
        String productId,
        String name,
        long price,
        @Nullable String category,
        @Nullable String image,
        ProductView.Status status,
        @Nullable Instant saleFrom,
        @Nullable Instant saleUntil,
        @JsonIgnore long position) {

    ProductQuery.Place place() {
        return new ProductQuery.Place(position, price, name, productId);
    }
}
