package io.firstcome.query.product.readmodel;

import io.firstcome.events.product.ProductEvent;
import io.firstcome.query.reading.HashCache;
import io.firstcome.query.reading.HashFollower;
import io.firstcome.query.reading.JsonHash;
import io.firstcome.query.reading.RedisClients;
import io.firstcome.query.reading.RedisProperties;
import org.springframework.stereotype.Component;

/** The product hashes in Redis, {@code firstcome:product:<id>}. */
@Component
public class ProductRedis {

    private final HashCache<ProductState> hashes;
    private final HashFollower<ProductState, ProductEvent> follower;

    ProductRedis(RedisClients clients, RedisProperties properties) {
        this.hashes = new HashCache<>(clients, properties, new JsonHash<>("firstcome:product:", ProductState.class));
        this.follower = new HashFollower<>("product-cache", hashes, ProductState::after);
    }

    /** Adds an event to the current batch. */
    public void add(ProductEvent event, long version) {
        follower.add(event.productId().value(), event, version);
    }

    /** Drops the hash of a product with the current batch. */
    public void drop(String productId) {
        follower.drop(productId);
    }

    /** Drops all hashes. */
    public void clear() {
        hashes.clear();
    }

    HashCache<ProductState> hashes() {
        return hashes;
    }
}
