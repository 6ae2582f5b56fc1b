package io.firstcome.query.stock.readmodel;

import io.firstcome.query.reading.CachedReader;
import io.firstcome.query.reading.RedisProperties;
import io.firstcome.query.reading.VersionWait;
import io.firstcome.query.stock.api.FindStock;
import io.firstcome.query.stock.api.StockView;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers the queries about stock. */
@Component
class StockQueries {

    private final CachedReader<StockState> stocks;
    private final VersionWait versions;

    StockQueries(
            StockRedis redis, StockRows rows, RedisProperties properties, MeterRegistry metrics, VersionWait versions) {
        this.stocks = new CachedReader<>("stock", redis.hashes(), rows::find, properties, metrics);
        this.versions = versions;
    }

    @QueryHandler
    Optional<StockView> handle(FindStock query) {
        return versions.find("stock", query.minVersion(), stocks, query.productId())
                .map(StockState::view);
    }
}
