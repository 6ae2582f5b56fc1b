package io.firstcome.query.product.readmodel;

import io.firstcome.events.product.ProductEvent;
import io.firstcome.events.product.ProductId;
import io.firstcome.query.reading.HashCache;
import io.firstcome.query.reading.HashFollower;
import io.firstcome.query.reading.JsonHash;
import io.firstcome.query.reading.RedisClients;
import io.firstcome.query.reading.RedisProperties;
import org.springframework.stereotype.Component;

/** The product hashes in Redis, {@code firstcome:product:<id>}. */
@Component
public class ProductRedis extends HashFollower<ProductState, ProductEvent> {

    ProductRedis(RedisClients clients, RedisProperties properties) {
        super(
                "product-cache",
                ProductId.TYPE,
                new HashCache<>(clients, properties, new JsonHash<>("firstcome:product:", ProductState.class)),
                ProductState::after);
    }
}
