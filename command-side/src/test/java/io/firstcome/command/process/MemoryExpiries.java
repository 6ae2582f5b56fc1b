package io.firstcome.command.process;

import io.firstcome.events.order.OrderId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The expiries of orders in memory; what a crash undoes can be undone. */
final class MemoryExpiries implements OrderExpiries {

    private Map<OrderId, Instant> pending = new HashMap<>();

    /** What undoes all that happens from now on. */
    Runnable undo() {
        Map<OrderId, Instant> before = new HashMap<>(pending);
        return () -> pending = before;
    }

    Optional<Map.Entry<OrderId, Instant>> earliest() {
        return pending.entrySet().stream().min(Map.Entry.comparingByValue());
    }

    @Override
    public void schedule(OrderId order, Instant at) {
        pending.putIfAbsent(order, at);
    }

    @Override
    public void cancel(OrderId order) {
        pending.remove(order);
    }
}
