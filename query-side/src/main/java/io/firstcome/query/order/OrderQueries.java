package io.firstcome.query.order;

import io.firstcome.events.order.OrderId;
import io.firstcome.query.consistency.ConsistentRead;
import io.firstcome.query.consistency.MinVersionReader;
import io.firstcome.query.order.OrderQuery.FindOrder;
import io.firstcome.query.order.OrderQuery.FindOrders;
import io.firstcome.query.view.ViewFrame;
import io.firstcome.query.view.ViewTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Answers the queries about orders. */
@Component
class OrderQueries {

    private final JdbcTemplate jdbc;
    private final ConsistentRead snapshot;
    private final MinVersionReader wait;
    private final ViewTable<OrderRow> orders;
    private final ViewTable<OrderView.Item> lines;
    private final ViewTable<OrderDetails.Step> history;

    OrderQueries(ViewFrame frame, ConsistentRead snapshot, MinVersionReader wait) {
        this.jdbc = frame.jdbc();
        this.snapshot = snapshot;
        this.wait = wait;
        this.orders = frame.table(OrderProjection.ORDERS);
        this.lines = frame.table(OrderProjection.LINES);
        this.history = frame.table(OrderProjection.HISTORY);
    }

    @QueryHandler
    Optional<OrderDetails> handle(FindOrder query) {
        return wait.find(
                OrderProjection.GROUP,
                OrderId.TYPE + ":" + query.orderId(),
                query.minVersion(),
                () -> snapshot.of(() -> find(query)),
                found -> found.order().version());
    }

    private Optional<OrderDetails> find(FindOrder query) {
        String id = query.orderId();
        String owner = query.owner();
        return orders.find(jdbc, id)
                .filter(row -> owner == null || owner.equals(row.userId))
                .map(row -> row.details(
                        lines.select(jdbc, "order_id = ? ORDER BY line", id),
                        history.select(jdbc, "order_id = ? ORDER BY position", id)));
    }

    @QueryHandler
    List<OrderView> handle(FindOrders query) {
        return snapshot.of(() -> find(query));
    }

    private List<OrderView> find(FindOrders query) {
        List<OrderRow> rows = orders.select(
                jdbc,
                "user_id = ? AND placed_position < ?" + (query.seatsOnly() ? " AND date_id IS NOT NULL" : "")
                        + " ORDER BY placed_position DESC LIMIT ?",
                query.userId(),
                query.before(),
                query.limit());
        List<String> ids = rows.stream().map(OrderRow::key).toList();
        Map<String, List<OrderView.Item>> items =
                lines.selectIn(jdbc, "order_id", ids, "ORDER BY order_id, line").stream()
                        .collect(Collectors.groupingBy(OrderView.Item::orderId));
        return rows.stream()
                .map(row -> row.view(items.getOrDefault(row.orderId, List.of())))
                .toList();
    }
}
