package io.firstcome.query.stock.readmodel;

import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockId;
import io.firstcome.query.asking.NearView;
import io.firstcome.query.asking.NearViews;
import io.firstcome.query.near.NearKind;
import io.firstcome.query.near.NearReader;
import io.firstcome.query.near.NearReaders;
import io.firstcome.query.reading.CachedReader;
import io.firstcome.query.reading.RedisProperties;
import io.firstcome.query.stock.api.FindStock;
import io.firstcome.query.stock.api.StockView;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers the queries about stock: from memory, from Redis, from MySQL. */
@Component
class StockQueries implements NearViews<StockView> {

    private final NearReader<StockState, StockView> stocks;

    StockQueries(
            StockRedis redis, StockRows rows, RedisProperties properties, MeterRegistry metrics, NearReaders near) {
        this.stocks = near.reader(
                new NearKind<>(
                        "stock",
                        StockId.TYPE,
                        StockEvent.class,
                        StockFold::after,
                        (state, now) -> new NearView<>(state.view(), null),
                        false,
                        Set.of("stock")),
                "stock",
                new CachedReader<>("stock", redis.hashes(), rows::find, properties, metrics));
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
