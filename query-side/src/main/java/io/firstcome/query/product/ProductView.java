package io.firstcome.query.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product, true as of {@code version}.
 *
 * @param price the least price of its options
 * @param options what can be ordered of it; a product without options has one, named like the product
 * @param status by the clock, unless it is withdrawn
 * @param version the sequence number of the last event that it contains
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ProductViewResponse", example = """
                {"productId": "1", "name": "Limited mug", "price": 12000, "category": "kitchen",
                 "description": "One of 100.", "images": ["https://example.com/mug.jpg"],
                 "options": [{"skuId": "1-red", "name": "Red", "price": 12000},
                 {"skuId": "1-gold", "name": "Gold", "price": 15000}],
                 "saleFrom": "2026-11-20T09:00:00Z", "saleUntil": "2026-11-21T09:00:00Z", "limitPerUser": 2,
                 "status": "ON_SALE", "createdAt": "2026-11-01T09:00:00Z", "version": 0}""")
public record ProductView(
        String productId,
        String name,
        long price,
        @Nullable String category,
        @Nullable String description,
        List<String> images,
        List<Option> options,
        @Nullable Instant saleFrom,
        @Nullable Instant saleUntil,
        @Nullable Integer limitPerUser,
        Status status,
        Instant createdAt,
        @Nullable Instant withdrawnAt,
        long version) {

    /** Whether a product can be ordered now. */
    public enum Status {
        /** Its sale has not begun. */
        SCHEDULED,
        /** It can be ordered, as long as there is stock. */
        ON_SALE,
        /** Its sale is over. */
        ENDED,
        /** An operator has taken it out of the catalogue. */
        WITHDRAWN;

        /** The status of a product with this window that is not withdrawn. */
        static Status of(@Nullable Instant from, @Nullable Instant until, Instant now) {
            if (from != null && now.isBefore(from)) {
                return SCHEDULED;
            }
            return until == null || now.isBefore(until) ? ON_SALE : ENDED;
        }
    }

    /**
     * What can be ordered of a product. It is stored as it is shown, but that what is stored names a null, too.
     *
     * @param skuId the bare id; that of the product when it has no options
     * @param name null for a product without options
     * @param price of one piece, in the currency's smallest unit
     */
    @Schema(name = "ProductOption")
    public record Option(String skuId, @Nullable String name, long price) {}
}
