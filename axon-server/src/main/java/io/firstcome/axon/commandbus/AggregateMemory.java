package io.firstcome.axon.commandbus;

import io.firstcome.axon.cache.CaffeineAggregateCache;
import io.firstcome.axon.eventstore.ForeignWrites;
import io.firstcome.axon.eventstore.MySqlEventStorageEngine;
import java.util.List;
import java.util.function.Predicate;

/** The aggregates that this node keeps in memory, and the store that they come from. */
public class AggregateMemory {

    private final MySqlEventStorageEngine store;
    private final CaffeineAggregateCache cache;

    public AggregateMemory(MySqlEventStorageEngine store, CaffeineAggregateCache cache) {
        this.store = store;
        this.cache = cache;
    }

    /** Finds, for one lane, what other nodes append. */
    protected ForeignWrites foreignWrites() {
        return store.foreignWrites();
    }

    /** Reads those of these aggregates that are not in memory, in the current unit of work. */
    void readAhead(List<String> aggregateIds) {
        store.readAhead(
                aggregateIds.stream().filter(id -> !cache.containsKey(id)).toList());
    }

    void drop(String aggregateId) {
        cache.remove(aggregateId);
    }

    void dropAll(Predicate<String> aggregateIds) {
        cache.removeIf(id -> aggregateIds.test(id.toString()));
    }
}
