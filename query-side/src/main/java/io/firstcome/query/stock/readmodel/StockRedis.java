package io.firstcome.query.stock.readmodel;

import io.firstcome.events.stock.StockEvent;
import io.firstcome.query.reading.HashCache;
import io.firstcome.query.reading.HashFollower;
import io.firstcome.query.reading.JsonHash;
import io.firstcome.query.reading.RedisClients;
import io.firstcome.query.reading.RedisProperties;
import org.springframework.stereotype.Component;

/** The stock hashes in Redis, {@code firstcome:stock:<id of the product>}. */
@Component
public class StockRedis {

    private final HashCache<StockState> hashes;
    private final HashFollower<StockState, StockEvent> follower;

    StockRedis(RedisClients clients, RedisProperties properties) {
        this.hashes = new HashCache<>(clients, properties, new JsonHash<>("firstcome:stock:", StockState.class));
        this.follower = new HashFollower<>("stock-counter", hashes, StockFold::after);
    }

    /** Adds an event to the current batch. */
    public void add(StockEvent event, long version) {
        follower.add(event.stockId().value(), event, version);
    }

    /** Drops the hash of a stock with the current batch. */
    public void drop(String productId) {
        follower.drop(productId);
    }

    /** Drops all hashes. */
    public void clear() {
        hashes.clear();
    }

    HashCache<StockState> hashes() {
        return hashes;
    }
}
