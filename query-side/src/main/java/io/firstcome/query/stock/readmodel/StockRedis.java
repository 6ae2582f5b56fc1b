package io.firstcome.query.stock.readmodel;

import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockId;
import io.firstcome.query.reading.HashCache;
import io.firstcome.query.reading.HashFollower;
import io.firstcome.query.reading.JsonHash;
import io.firstcome.query.reading.RedisClients;
import io.firstcome.query.reading.RedisProperties;
import org.springframework.stereotype.Component;

/** The stock hashes in Redis, {@code firstcome:stock:<id of the product>}. */
@Component
public class StockRedis extends HashFollower<StockState, StockEvent> {

    StockRedis(RedisClients clients, RedisProperties properties) {
        super(
                "stock-counter",
                StockId.TYPE,
                new HashCache<>(clients, properties, new JsonHash<>("firstcome:stock:", StockState.class)),
                StockFold::after);
    }
}
