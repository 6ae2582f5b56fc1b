package io.firstcome.query.order.readmodel;

import io.firstcome.events.order.OrderId;
import io.firstcome.query.order.api.FindOrder;
import io.firstcome.query.order.api.FindOrders;
import io.firstcome.query.order.api.OrderItem;
import io.firstcome.query.order.api.OrderView;
import io.firstcome.query.order.api.Orders;
import io.firstcome.query.reading.Part;
import io.firstcome.query.reading.Snapshot;
import io.firstcome.query.reading.VersionWait;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
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

    @QueryHandler
    Optional<OrderView> handle(FindOrder query) {
        return wait.find(
                PROCESSOR,
                OrderId.TYPE + ":" + query.orderId(),
                query.minVersion(),
                () -> find(query),
                OrderView::version);
    }

    private Optional<OrderView> find(FindOrder query) {
        String id = query.orderId();
        String owner = query.owner();
        return snapshot.of(() -> rows.find(id)
                .filter(row -> owner == null || owner.equals(row.userId))
                .map(row -> row.view(rows.items(List.of(id)).getOrDefault(id, List.of()), rows.history(id))));
    }

    @QueryHandler
    Orders handle(FindOrders query) {
        return snapshot.of(() -> find(query));
    }

    private Orders find(FindOrders query) {
        Part<OrderRow> found = Part.of(rows.find(query.userId(), query.before(), query.limit() + 1), query.limit());
        Map<String, List<OrderItem>> items =
                rows.items(found.items().stream().map(row -> row.orderId).toList());
        return new Orders(
                found.items().stream()
                        .map(row -> row.view(items.getOrDefault(row.orderId, List.of()), List.of()))
                        .toList(),
                found.more());
    }
}
