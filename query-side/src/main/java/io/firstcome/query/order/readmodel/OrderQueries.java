package io.firstcome.query.order.readmodel;

import io.firstcome.query.order.api.FindOrder;
import io.firstcome.query.order.api.FindOrders;
import io.firstcome.query.order.api.OrderItem;
import io.firstcome.query.order.api.OrderView;
import io.firstcome.query.order.api.Orders;
import io.firstcome.query.reading.Snapshot;
import io.firstcome.query.reading.VersionWait;
import io.firstcome.query.reading.Versioned;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers the queries about orders. */
@Component
class OrderQueries {

    /** The processor that writes the tables. */
    private static final String PROCESSOR = "order";

    private final OrderRows rows;
    private final Snapshot snapshot;
    private final VersionWait wait;

    OrderQueries(OrderRows rows, Snapshot snapshot, VersionWait wait) {
        this.rows = rows;
        this.snapshot = snapshot;
        this.wait = wait;
    }

    /** A view that can be waited for. */
    private record Found(OrderView view) implements Versioned {

        @Override
        public String id() {
            return view.orderId();
        }

        @Override
        public long version() {
            return view.version();
        }
    }

    @QueryHandler
    Optional<OrderView> handle(FindOrder query) {
        return wait.find(PROCESSOR, query.minVersion(), () -> find(query.orderId(), query.owner()))
                .map(Found::view);
    }

    private Optional<Found> find(String orderId, @Nullable String owner) {
        return snapshot.of(() -> rows.find(orderId)
                .filter(row -> owner == null || owner.equals(row.userId))
                .map(row -> new Found(row.view(
                        rows.items(List.of(orderId)).getOrDefault(orderId, List.of()), rows.history(orderId)))));
    }

    @QueryHandler
    Orders handle(FindOrders query) {
        return snapshot.of(() -> find(query));
    }

    private Orders find(FindOrders query) {
        // One more than asked for tells whether there is a next part.
        List<OrderRow> found = rows.find(query.userId(), query.before(), query.limit() + 1);
        boolean more = found.size() > query.limit();
        List<OrderRow> shown = more ? found.subList(0, query.limit()) : found;
        Map<String, List<OrderItem>> items =
                rows.items(shown.stream().map(row -> row.orderId).toList());
        return new Orders(
                shown.stream()
                        .map(row -> row.view(items.getOrDefault(row.orderId, List.of()), List.of()))
                        .toList(),
                more);
    }
}
