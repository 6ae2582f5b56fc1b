package io.firstcome.query.stock;

import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockId;
import io.firstcome.query.caching.CachedReader;
import io.firstcome.query.caching.LocalCache;
import io.firstcome.query.caching.LocalCaches;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.consistency.MinVersionReader;
import io.firstcome.query.querying.NearView;
import io.firstcome.query.querying.NearViews;
import io.firstcome.query.stock.StockQuery.FindStock;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers the queries about stock: from memory, from Redis, from MySQL. */
@Component
class StockQueries implements NearViews<StockState> {

    private final LocalCache<StockState, StockEvent, StockState> stocks;

    StockQueries(
            RedisHashStore<StockState> hashes,
            StockRows rows,
            MinVersionReader versions,
            MeterRegistry metrics,
            LocalCaches caches) {
        this.stocks = caches.over(
                new CachedReader<>(StockProjection.GROUP, StockId.TYPE, hashes, rows::find, versions, metrics),
                new LocalCache.Kind<>(StockEvent.class, StockFold::after, (state, now) -> new NearView<>(state, null)));
    }

    @QueryHandler
    Optional<StockState> handle(FindStock query) {
        return stocks.find(query.productId(), query.minVersion());
    }

    @Override
    public @Nullable NearView<StockState> find(String id) {
        return stocks.find(id);
    }
}
