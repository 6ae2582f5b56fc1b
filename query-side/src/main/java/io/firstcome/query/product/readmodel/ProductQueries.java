package io.firstcome.query.product.readmodel;

import io.firstcome.query.product.api.FindProduct;
import io.firstcome.query.product.api.FindProducts;
import io.firstcome.query.product.api.ListedProduct;
import io.firstcome.query.product.api.ProductView;
import io.firstcome.query.product.api.Products;
import io.firstcome.query.reading.CachedReader;
import io.firstcome.query.reading.Part;
import io.firstcome.query.reading.RedisProperties;
import io.firstcome.query.reading.VersionWait;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers the queries about products. */
@Component
class ProductQueries {

    private final CachedReader<ProductState> products;
    private final ProductList list;
    private final VersionWait versions;
    private final Clock clock;

    ProductQueries(
            ProductRedis redis,
            ProductRows rows,
            ProductList list,
            RedisProperties properties,
            MeterRegistry metrics,
            VersionWait versions,
            Clock clock) {
        this.products = new CachedReader<>("product", redis.hashes(), rows::find, properties, metrics);
        this.list = list;
        this.versions = versions;
        this.clock = clock;
    }

    @QueryHandler
    Optional<ProductView> handle(FindProduct query) {
        return versions.find("product", query.minVersion(), products, query.productId())
                .map(state -> state.view(clock.instant()));
    }

    @QueryHandler
    Products handle(FindProducts query) {
        Part<ListedProduct> found = Part.of(list.find(query, query.limit() + 1, clock.instant()), query.limit());
        return new Products(found.items(), found.more());
    }
}
