package io.firstcome.query.product.readmodel;

import io.firstcome.events.product.ProductEvent;
import io.firstcome.events.product.ProductId;
import io.firstcome.query.asking.NearView;
import io.firstcome.query.asking.NearViews;
import io.firstcome.query.near.NearKind;
import io.firstcome.query.near.NearReader;
import io.firstcome.query.near.NearReaders;
import io.firstcome.query.product.api.FindProduct;
import io.firstcome.query.product.api.FindProducts;
import io.firstcome.query.product.api.ListedProduct;
import io.firstcome.query.product.api.ProductView;
import io.firstcome.query.product.api.Products;
import io.firstcome.query.reading.CachedReader;
import io.firstcome.query.reading.Part;
import io.firstcome.query.reading.RedisProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers the queries about products. */
@Component
class ProductQueries implements NearViews<ProductView> {

    private final NearReader<ProductState, ProductView> products;
    private final ProductList list;
    private final Clock clock;

    ProductQueries(
            ProductRedis redis,
            ProductRows rows,
            ProductList list,
            RedisProperties properties,
            MeterRegistry metrics,
            NearReaders near,
            Clock clock) {
        this.products = near.reader(
                new NearKind<>(
                        "product",
                        ProductId.TYPE,
                        ProductEvent.class,
                        ProductState::after,
                        (state, now) -> new NearView<>(state.view(now), state.nextChange(now)),
                        true,
                        Set.of("product")),
                "product",
                new CachedReader<>("product", redis.hashes(), rows::find, properties, metrics));
        this.list = list;
        this.clock = clock;
    }

    @QueryHandler
    Optional<ProductView> handle(FindProduct query) {
        return products.find(query.productId(), query.minVersion()).map(state -> state.view(clock.instant()));
    }

    @Override
    public @Nullable NearView<ProductView> find(String id) {
        return products.find(id);
    }

    @QueryHandler
    Products handle(FindProducts query) {
        Part<ListedProduct> found = Part.of(list.find(query, query.limit() + 1, clock.instant()), query.limit());
        return new Products(found.items(), found.more());
    }
}
