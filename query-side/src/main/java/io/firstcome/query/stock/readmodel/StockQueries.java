package io.firstcome.query.stock.readmodel;

import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockId;
import io.firstcome.query.caching.CachedReader;
import io.firstcome.query.caching.LocalCache;
import io.firstcome.query.caching.LocalCaches;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.consistency.MinVersionReader;
import io.firstcome.query.querying.NearView;
import io.firstcome.query.querying.NearViews;
import io.firstcome.query.stock.api.FindStock;
import io.firstcome.query.stock.api.StockView;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers the queries about stock: from memory, from Redis, from MySQL. */
@Component
class StockQueries implements NearViews<StockView> {

    private final LocalCache<StockState, StockEvent, StockView> stocks;

    StockQueries(
            RedisHashStore<StockState> hashes,
            StockRows rows,
            MinVersionReader versions,
            MeterRegistry metrics,
            LocalCaches caches) {
        this.stocks = caches.over(
                new CachedReader<>("stock", StockId.TYPE, hashes, rows::find, versions, metrics),
                new LocalCache.Kind<>(
                        StockEvent.class, StockFold::after, (state, now) -> new NearView<>(state.view(), null)));
    }

    @QueryHandler
    Optional<StockView> handle(FindStock query) {
        return stocks.find(query.productId(), query.minVersion()).map(StockState::view);
    }

    @Override
    public @Nullable NearView<StockView> find(String id) {
        return stocks.find(id);
    }
}
