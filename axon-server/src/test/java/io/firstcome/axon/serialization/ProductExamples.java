package io.firstcome.axon.serialization;

import static io.firstcome.axon.serialization.EventExamples.AT;

import io.firstcome.events.product.ProductEvent.ProductCreated;
import io.firstcome.events.product.ProductEvent.ProductWithdrawn;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.product.SkuTerms;
import java.time.Instant;
import java.util.List;

/** The examples of the events of a product. */
final class ProductExamples {

    static final List<EventExample> ALL = List.of(
            new EventExample(
                    "product/ProductCreated-1",
                    new ProductCreated(
                            new ProductId("shirt-1"),
                            "셔츠 \"Ü\"",
                            3_000_000_000L,
                            "clothes",
                            "Two lines\nof text",
                            List.of("https://example.com/a.jpg", "https://example.com/b.jpg"),
                            List.of(
                                    new SkuTerms(new SkuId("red"), "Red", 3_000_000_000L, 100),
                                    new SkuTerms(new SkuId("blue"), "Blue", 3_000_001_000L, 0)),
                            Instant.parse("2026-11-21T00:00:00Z"),
                            Instant.parse("2026-11-22T00:00:00Z"),
                            3,
                            AT)),
            new EventExample(
                    "product/ProductCreated-1-least",
                    new ProductCreated(
                            new ProductId("1"),
                            "Tea",
                            0,
                            null,
                            null,
                            List.of(),
                            List.of(new SkuTerms(new SkuId("1"), null, 0, 0)),
                            null,
                            null,
                            null,
                            AT)),
            new EventExample("product/ProductWithdrawn-1", new ProductWithdrawn(new ProductId("1"), AT)));

    private ProductExamples() {}
}
