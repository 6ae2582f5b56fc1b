package io.firstcome.cluster;

import io.firstcome.cluster.StoredEvents.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds what has come of the events against the store, when the cluster has settled.
 *
 * <ul>
 *   <li>L4: every processor has handled every event, without dead letters; the views show what the events say.
 *   <li>L5: received = available + held + sold; every order that is paid was charged once at the gateway; nothing is
 * open in the reconciliation.
 *   <li>L7: every event is on Kafka, the first appearances in the order of the aggregate.
 * </ul>
 */
final class SystemCheck {
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningCluster cluster;
    private final StoredEvents store;
    private final List<String> violations = new ArrayList<>();

    private SystemCheck(RunningCluster cluster, StoredEvents store) {
        this.cluster = cluster;
        this.store = store;
    }

    /** What does not hold, one sentence each. */
    static List<String> violations(RunningCluster cluster, StoredEvents store) {
        SystemCheck check = new SystemCheck(cluster, store);
        check.processors();
        check.reconciliation();
        if (check.violations.isEmpty()) {
            store.byAggregate().forEach(check::views);
            check.gateway();
            check.kafka();
        }
        return check.violations;
    }

    private void processors() {
        cluster.processors().forEach(processor -> {
            if (processor.path("lag").asLong() != 0
                    || processor.path("deadLetters").asLong() != 0
                    || !processor.path("error").isNull()) {
                violations.add("L4: " + processor);
            }
        });
    }

    private void reconciliation() {
        cluster.items("/api/v1/reconciliation").forEach(open -> violations.add("L5: " + open));
    }

    private JsonNode get(String path) {
        return JSON.readTree(cluster.operator("GET", path, ""));
    }

    private void views(String aggregate, List<StoredEvent> events) {
        String id = aggregate.substring(aggregate.indexOf(':') + 1);
        switch (aggregate.substring(0, aggregate.indexOf(':'))) {
            case "coupon" ->
                same("L4", aggregate + " issued", count(events, "CouponIssued"), number("/coupon/" + id, "issued"));
            case "wallet" ->
                same(
                        "L4",
                        aggregate + " balance",
                        events.getLast().payload().path("balance").asLong(),
                        number("/user/" + id + "/point", "balance"));
            case "stock" -> stock(id, events);
            default -> {
                // An order: its states are those of the stock, the gateway and the reconciliation.
            }
        }
    }

    private void stock(String product, List<StoredEvent> events) {
        long received = events.stream()
                .flatMap(event -> switch (event.type()) {
                    case "StockOpened" -> event.payload().path("offers").valueStream();
                    case "StockReceived" -> Stream.of(event.payload());
                    default -> Stream.empty();
                })
                .mapToLong(pieces -> pieces.path("quantity").asLong())
                .sum();
        JsonNode view = get("/api/v1/product/" + product + "/stock");
        long sold = count(events, "StockSold");
        long held = count(events, "StockHeld") - count(events, "StockReleased") - sold;
        same("L4", product + " sold", sold, view.path("sold").asLong());
        same("L4", product + " held", held, view.path("held").asLong());
        same(
                "L5",
                product + " received",
                received,
                view.path("available").asLong()
                        + view.path("held").asLong()
                        + view.path("sold").asLong());
    }

    private long number(String path, String name) {
        return get("/api/v1" + path).path(name).asLong();
    }

    private static long count(List<StoredEvent> events, String type) {
        return events.stream().filter(event -> event.type().equals(type)).count();
    }

    private void same(String law, String what, long stored, long shown) {
        if (stored != shown) {
            violations.add(law + ": " + what + " is " + stored + " by the events, " + shown + " by the view");
        }
    }

    /** Nothing is refunded in a drill: a charge is the amount of its order. */
    private void gateway() {
        Map<String, Long> charged = new HashMap<>();
        JSON.readTree(cluster.captured())
                .path("orders")
                .forEach(order -> charged.put(
                        order.path("orderId").asString(), order.path("captured").asLong()));
        store.byAggregate().forEach((aggregate, events) -> {
            if (aggregate.startsWith("order:")) {
                String order = aggregate.substring("order:".length());
                long due = events.stream()
                        .filter(event -> event.type().equals("OrderPaid"))
                        .mapToLong(event -> event.payload().path("paid").asLong())
                        .sum();
                long taken = charged.getOrDefault(order, 0L);
                if (taken != due) {
                    violations.add("L5: " + order + " is paid with " + due + ", " + taken + " were charged");
                }
            }
        });
    }

    private void kafka() {
        Map<String, List<Long>> sent = KafkaLog.read(cluster.kafkaServers());
        store.byAggregate().forEach((aggregate, events) -> {
            List<Long> stored = events.stream().map(StoredEvent::sequence).toList();
            if (!stored.equals(sent.getOrDefault(aggregate, List.of()))) {
                violations.add("L7: " + aggregate + " has " + stored.size() + " events, on Kafka are "
                        + sent.getOrDefault(aggregate, List.of()));
            }
        });
    }
}
