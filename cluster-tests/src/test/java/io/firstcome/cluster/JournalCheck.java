package io.firstcome.cluster;

import io.firstcome.cluster.StoredEvents.StoredEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds what clients were told against the store.
 *
 * <ul>
 *   <li>L1: every acknowledgement has exactly one outcome in the store, and it is the one that was told.
 *   <li>L2: a request that had no answer, repeated with its key, has exactly one outcome; one that was refused has
 * none.
 *   <li>L3: sequence numbers have no holes; no coupon has more pieces than its quantity, nor a user more than one; a
 * balance is the sum of what was charged; no order holds a stock or is sold twice.
 * </ul>
 */
final class JournalCheck {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<KeyedRequest, List<Exchange>> journal;
    private final StoredEvents store;
    private final List<String> violations = new ArrayList<>();

    private JournalCheck(Journal journal, StoredEvents store) {
        this.journal = journal.byRequest();
        this.store = store;
    }

    /** What does not hold, one sentence each. */
    static List<String> violations(Journal journal, StoredEvents store) {
        JournalCheck check = new JournalCheck(journal, store);
        check.journal.forEach(check::outcome);
        check.numberOfCharges();
        check.store.byAggregate().forEach(check::rules);
        return check.violations;
    }

    private void outcome(KeyedRequest request, List<Exchange> answers) {
        String law = answers.stream().anyMatch(Exchange::isUnknown) ? "L2" : "L1";
        Exchange last = answers.getLast();
        if (!last.isDecided()) {
            violations.add("L2: no outcome was told for " + request + ", at last " + last);
            return;
        }
        answers.stream()
                .filter(answer -> answer.isDecided() && !answer.body().equals(last.body()))
                .forEach(answer -> violations.add(law + ": two outcomes were told for " + request));
        long found = store.of(request.aggregate()).stream()
                .filter(event -> isOutcome(event, request, last))
                .count();
        if (found != (last.isAcknowledged() ? 1 : 0)) {
            violations.add(law + ": " + found + " outcomes in the store of " + request + ", told " + last.status() + " "
                    + last.body());
        }
        if (last.isAcknowledged() && !store.keys().contains(request.user() + " " + request.key())) {
            violations.add(law + ": the store does not know the key of " + request);
        }
    }

    /** Whether the event is what the client was told; of a refused coupon, whether the user has one all the same. */
    private static boolean isOutcome(StoredEvent event, KeyedRequest request, Exchange told) {
        JsonNode answer = told.isAcknowledged() ? JSON.readTree(told.body()) : null;
        return switch (request.kind()) {
            case PUBLISH ->
                event.type().equals("CouponIssued")
                        && event.payload().path("userId").asString().equals(request.user())
                        && (answer == null
                                || answer.path("serial").asInt()
                                        == event.payload().path("serial").asInt());
            case CHARGE ->
                event.type().equals("PointsCharged")
                        && answer != null
                        && answer.path("balance").asLong()
                                == event.payload().path("balance").asLong();
            case ORDER ->
                event.type().equals("StockHeld")
                        && event.payload().path("userId").asString().equals(request.user())
                        && (answer == null
                                || answer.path("orderId").equals(event.payload().path("orderId")));
            case PAY -> event.type().equals("OrderPaid");
        };
    }

    /** Charges of one wallet look alike: their number tells whether one was done twice. */
    private void numberOfCharges() {
        Map<String, Integer> acknowledged = new HashMap<>();
        journal.forEach((request, answers) -> {
            if (request.kind() == KeyedRequest.Kind.CHARGE) {
                acknowledged.merge(request.aggregate(), answers.getLast().isAcknowledged() ? 1 : 0, Integer::sum);
            }
        });
        acknowledged.forEach((wallet, count) -> {
            long stored = store.of(wallet).stream()
                    .filter(event -> event.type().equals("PointsCharged"))
                    .count();
            if (stored != count) {
                violations.add("L2: " + wallet + " was charged " + stored + " times, " + count + " were told");
            }
        });
    }

    private void rules(String aggregate, List<StoredEvent> events) {
        long sequence = 0;
        int quantity = Integer.MAX_VALUE;
        int issued = 0;
        long balance = 0;
        Set<String> users = new HashSet<>();
        Set<String> once = new HashSet<>();
        for (StoredEvent event : events) {
            if (event.sequence() != sequence) {
                violations.add("L3: " + aggregate + " has a hole before " + event.sequence());
            }
            sequence = event.sequence() + 1;
            JsonNode payload = event.payload();
            switch (event.type()) {
                case "CouponCreated" -> quantity = payload.path("quantity").asInt();
                case "CouponIssued" -> {
                    if (payload.path("serial").asInt() != ++issued || issued > quantity) {
                        violations.add("L3: " + aggregate + " has serial " + payload.path("serial") + " as piece "
                                + issued + " of " + quantity);
                    }
                    if (!users.add(payload.path("userId").asString())) {
                        violations.add("L3: " + payload.path("userId") + " has two of " + aggregate);
                    }
                }
                case "PointsCharged" -> {
                    balance += payload.path("amount").asLong();
                    if (payload.path("balance").asLong() != balance) {
                        violations.add("L3: " + aggregate + " has " + payload.path("balance") + ", not " + balance);
                    }
                }
                case "StockHeld", "StockSold", "OrderPaid" -> {
                    String what =
                            event.type() + " of " + payload.path("orderId").asString();
                    if (!once.add(what)) {
                        violations.add("L3: " + aggregate + " has two " + what);
                    }
                }
                default -> {
                    // Nothing that the journal is about.
                }
            }
        }
    }
}
