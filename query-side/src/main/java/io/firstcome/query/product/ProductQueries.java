package io.firstcome.query.product;

import io.firstcome.events.product.ProductEvent;
import io.firstcome.events.product.ProductId;
import io.firstcome.query.caching.CachedReader;
import io.firstcome.query.caching.LocalCache;
import io.firstcome.query.caching.LocalCaches;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.consistency.MinVersionReader;
import io.firstcome.query.product.ProductQuery.FindProduct;
import io.firstcome.query.product.ProductQuery.FindProducts;
import io.firstcome.query.querying.NearView;
import io.firstcome.query.querying.NearViews;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewTable;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
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
            ViewFrame frame,
            ProductList list,
            MinVersionReader versions,
            MeterRegistry metrics,
            LocalCaches caches,
            Clock clock) {
        ViewTable<ProductProjection.Row> rows = frame.table(ProductProjection.PRODUCTS);
        this.products = caches.over(
                new CachedReader<>(
                        ProductProjection.GROUP,
                        ProductId.TYPE,
                        hashes,
                        id -> rows.find(frame.jdbc(), id).map(row -> row.state),
                        versions,
                        metrics),
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
    List<ProductItem> handle(FindProducts query) {
        return list.find(query, clock.instant());
    }
}
