package io.firstcome.query.bridge;

import io.firstcome.contract.v1.ProductMessage;
import io.firstcome.contract.v1.Sku;
import io.firstcome.events.product.ProductEvent;
import io.firstcome.events.product.ProductEvent.ProductCreated;
import io.firstcome.events.product.ProductEvent.ProductWithdrawn;
import io.firstcome.events.product.SkuTerms;
import java.util.List;

/** From the events of a product of the catalogue to their messages. An event of the family without its case here does not compile. */
final class ProductTranslation {

    private ProductTranslation() {}

    static ProductMessage of(ProductEvent product) {
        return switch (product) {
            case ProductCreated event -> message(event);
            case ProductWithdrawn event -> message(event);
        };
    }

    private static ProductMessage message(ProductCreated event) {
        return new io.firstcome.contract.v1.ProductCreated(
                event.productId().value(),
                event.name(),
                event.price(),
                event.category(),
                event.description(),
                event.images(),
                skus(event.skus()),
                event.saleFrom(),
                event.saleUntil(),
                event.limitPerUser(),
                event.createdAt());
    }

    private static ProductMessage message(ProductWithdrawn event) {
        return new io.firstcome.contract.v1.ProductWithdrawn(event.productId().value(), event.withdrawnAt());
    }

    private static List<Sku> skus(List<SkuTerms> skus) {
        return skus.stream()
                .map(sku -> new Sku(sku.skuId().value(), sku.name(), sku.price(), sku.quantity()))
                .toList();
    }
}
