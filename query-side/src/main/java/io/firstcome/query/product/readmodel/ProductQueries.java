package io.firstcome.query.product.readmodel;

import io.firstcome.events.product.ProductEvent;
import io.firstcome.events.product.ProductId;
import io.firstcome.query.caching.CachedReader;
import io.firstcome.query.caching.LocalCache;
import io.firstcome.query.caching.LocalCaches;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.consistency.MinVersionReader;
import io.firstcome.query.consistency.Slice;
import io.firstcome.query.product.api.FindProduct;
import io.firstcome.query.product.api.FindProducts;
import io.firstcome.query.product.api.ListedProduct;
import io.firstcome.query.product.api.ProductView;
import io.firstcome.query.product.api.Products;
import io.firstcome.query.querying.NearView;
import io.firstcome.query.querying.NearViews;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers the queries about products. */
@Component
class ProductQueries implements NearViews<ProductView> {

    private final LocalCache<ProductState, ProductEvent, ProductView> products;
    private final ProductList list;
    private final Clock clock;

    ProductQueries(
            RedisHashStore<ProductState> hashes,
            ProductRows rows,
            ProductList list,
            MinVersionReader versions,
            MeterRegistry metrics,
            LocalCaches caches,
            Clock clock) {
        this.products = caches.over(
                new CachedReader<>("product", ProductId.TYPE, hashes, rows::find, versions, metrics),
                new LocalCache.Kind<>(
                        ProductEvent.class,
                        ProductState::after,
                        (state, now) -> new NearView<>(state.view(now), state.nextChange(now))));
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
        Slice<ListedProduct> found = Slice.of(list.find(query, query.limit() + 1, clock.instant()), query.limit());
        return new Products(found.items(), found.more());
    }
}
