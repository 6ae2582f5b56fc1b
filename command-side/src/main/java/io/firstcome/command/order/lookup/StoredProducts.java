package io.firstcome.command.order.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.stock.StockId;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Asks the event store whether a stock has events.
 *
 * <p>What exists once exists for good, so a yes is kept. A no is asked again: the product may be created the next moment.
 */
final class StoredProducts implements Products {

    private static final int MAX_KNOWN = 100_000;

    private final EventStore events;
    private final Cache<ProductId, Boolean> known =
            Caffeine.newBuilder().maximumSize(MAX_KNOWN).build();

    StoredProducts(EventStore events) {
        this.events = events;
    }

    @Override
    public boolean exist(ProductId product) {
        if (known.getIfPresent(product) != null) {
            return true;
        }
        boolean exists =
                events.lastSequenceNumberFor(StockId.of(product).toString()).isPresent();
        if (exists) {
            known.put(product, true);
        }
        return exists;
    }
}
