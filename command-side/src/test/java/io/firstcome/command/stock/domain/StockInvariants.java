package io.firstcome.command.stock.domain;

import io.firstcome.command.stock.api.StockCommand;
import io.firstcome.command.stock.api.StockCommand.HoldStock;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.Offer;
import io.firstcome.events.stock.StockEvent;
import io.firstcome.events.stock.StockEvent.PreOrderCancelled;
import io.firstcome.events.stock.StockEvent.PreOrderOpened;
import io.firstcome.events.stock.StockEvent.SaleClosed;
import io.firstcome.events.stock.StockEvent.StockHeld;
import io.firstcome.events.stock.StockEvent.StockHoldRefused;
import io.firstcome.events.stock.StockEvent.StockOpened;
import io.firstcome.events.stock.StockEvent.StockReceived;
import io.firstcome.events.stock.StockEvent.StockReleased;
import io.firstcome.events.stock.StockEvent.StockReturned;
import io.firstcome.events.stock.StockEvent.StockSold;
import io.firstcome.events.stock.StockLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold of any history of one stock, whatever was asked. It looks at commands and events only. */
final class StockInvariants {

    private final List<String> violations = new ArrayList<>();
    private final Map<Pieces, Count> counts = new HashMap<>();
    private final Map<SkuId, PreOrderOpened> preOrders = new HashMap<>();
    private final Map<HoldId, String> states = new HashMap<>();
    private final Map<HoldId, StockHeld> held = new HashMap<>();
    private final Map<String, Integer> piecesOfUsers = new HashMap<>();
    private @Nullable StockOpened sale;
    private boolean closed;

    private record Pieces(SkuId sku, boolean preOrder) {}

    /** What came in, is held and is sold of one kind of pieces. */
    private static final class Count {
        long received;
        long held;
        long sold;
    }

    private StockInvariants() {}

    /** What does not hold; empty when all is well. */
    static List<String> violations(StockHistory history, List<Outcome> outcomes) {
        StockInvariants invariants = new StockInvariants();
        invariants.require(history.commands().size() == outcomes.size(), "one outcome for each command");
        for (int i = 0; i < outcomes.size(); i++) {
            invariants.check(history.commands().get(i), outcomes.get(i));
        }
        return invariants.violations;
    }

    /** The same of events alone, as they are stored. */
    static List<String> violations(List<StockEvent> events) {
        StockInvariants invariants = new StockInvariants();
        events.forEach(event -> invariants.check(null, event));
        return invariants.violations;
    }

    private void check(StockCommand command, Outcome outcome) {
        require(!outcome.failed(), "nothing fails");
        require(outcome.rejection() == null || outcome.events().isEmpty(), "a refusal emits nothing");
        require(outcome.events().size() <= 1, "a command emits one event or none");
        if (command instanceof HoldStock hold && sale != null && !states.containsKey(hold.holdId())) {
            require(outcome.events().size() == 1, "a new hold is decided");
        }
        outcome.events().forEach(event -> check(command, event));
    }

    private void check(@Nullable StockCommand command, StockEvent event) {
        switch (event) {
            case StockOpened opened -> on(opened);
            case StockReceived received -> count(received.skuId(), false).received += received.quantity();
            case StockHeld hold -> on(command, hold);
            case StockHoldRefused refused ->
                require(states.put(refused.holdId(), "refused") == null, "a hold is decided once");
            case StockReleased released
            when released.lines().isEmpty() ->
                require(states.put(released.holdId(), "released") == null, "a hold is decided once");
            case StockReleased released -> on(released);
            case StockSold sold -> on(sold);
            case StockReturned returned -> on(returned);
            case SaleClosed close -> {
                require(!closed, "it is closed once");
                closed = true;
            }
            case PreOrderOpened opened -> on(opened);
            case PreOrderCancelled cancelled ->
                require(preOrders.remove(cancelled.skuId()) != null, "only an open pre-order is cancelled");
        }
        counts.forEach((pieces, count) -> {
            long available = count.received - count.held - count.sold;
            boolean isOpen = !pieces.preOrder() || preOrders.containsKey(pieces.sku());
            require(count.held >= 0 && count.sold >= 0, "neither held nor sold is negative");
            require(available >= 0 || !isOpen, "never more is held and sold than came in");
        });
    }

    private void on(StockOpened event) {
        require(sale == null, "it is opened once");
        sale = event;
        event.offers().forEach(offer -> count(offer.skuId(), false).received = offer.quantity());
    }

    private void on(PreOrderOpened event) {
        Count count = count(event.skuId(), true);
        require(preOrders.put(event.skuId(), event) == null, "one pre-order of an option at a time");
        count.received = count.held + count.sold + event.quantity();
    }

    private void on(@Nullable StockCommand command, StockHeld event) {
        StockOpened rules = sale;
        if (rules == null) {
            violations.add("nothing is held of a stock that is not there");
            return;
        }
        require(states.put(event.holdId(), "held") == null, "a hold is decided once");
        held.put(event.holdId(), event);
        require(!closed, "nothing is held after the close");
        if (command != null) {
            require(command instanceof HoldStock hold && isWhatWasAsked(hold, event), "all lines are held or none");
        }
        for (HeldLine line : event.lines()) {
            check(rules, line, event.heldAt());
            count(line.skuId(), line.preOrder()).held += line.quantity();
            if (line.preOrder()) {
                int ofUser = countUser(event.userId().value() + " " + line.skuId(), line.quantity());
                require(ofUser <= 1, "one pre-ordered piece of an option for each user");
            }
        }
        int ofUser = countUser(event.userId().value(), quantity(event.lines()));
        require(rules.limitPerUser() == null || ofUser <= rules.limitPerUser(), "never more than the limit of a user");
    }

    private void check(StockOpened rules, HeldLine line, Instant at) {
        require(
                rules.offers().stream()
                        .filter(offer -> offer.skuId().equals(line.skuId()))
                        .map(Offer::price)
                        .toList()
                        .equals(List.of(line.unitPrice())),
                "it is held at its price");
        PreOrderOpened preOrder = preOrders.get(line.skuId());
        Instant from = line.preOrder() && preOrder != null ? preOrder.from() : rules.saleFrom();
        Instant until = line.preOrder() && preOrder != null ? preOrder.until() : rules.saleUntil();
        require(!line.preOrder() || preOrder != null, "nothing is pre-ordered without a pre-order");
        require(from == null || !at.isBefore(from), "nothing is held before the window");
        require(until == null || at.isBefore(until), "nothing is held after the window");
    }

    private static boolean isWhatWasAsked(HoldStock hold, StockHeld event) {
        Map<Pieces, Long> asked = hold.lines().stream()
                .collect(Collectors.groupingBy(
                        line -> new Pieces(line.skuId(), line.preOrder()),
                        Collectors.summingLong(StockLine::quantity)));
        Map<Pieces, Long> got = event.lines().stream()
                .collect(Collectors.groupingBy(
                        line -> new Pieces(line.skuId(), line.preOrder()), Collectors.summingLong(HeldLine::quantity)));
        return asked.equals(got)
                && got.size() == event.lines().size()
                && hold.holdId().equals(event.holdId())
                && hold.orderId().equals(event.orderId())
                && hold.userId().equals(event.userId())
                && hold.heldUntil().equals(event.heldUntil())
                && hold.at().equals(event.heldAt());
    }

    private void on(StockReleased event) {
        end(event.holdId(), "held", "released", event.lines());
        event.lines().forEach(line -> {
            count(line.skuId(), line.preOrder()).held -= line.quantity();
            giveBack(event.userId().value(), line.skuId(), line.preOrder(), line.quantity());
        });
    }

    private void on(StockSold event) {
        end(event.holdId(), "held", "sold", event.lines());
        event.lines().forEach(line -> {
            Count count = count(line.skuId(), line.preOrder());
            count.held -= line.quantity();
            count.sold += line.quantity();
        });
    }

    private void on(StockReturned event) {
        end(event.holdId(), "sold", "returned", null);
        event.lines().forEach(line -> {
            count(line.skuId(), line.preOrder()).sold -= line.quantity();
            giveBack(event.userId().value(), line.skuId(), line.preOrder(), line.quantity());
        });
    }

    /** @param lines those that were held; null: some of them */
    private void end(HoldId id, String before, String after, @Nullable List<HeldLine> lines) {
        require(before.equals(states.put(id, after)), "only what is " + before + " is " + after);
        StockHeld hold = held.get(id);
        require(lines == null || (hold != null && hold.lines().equals(lines)), "what ends is what was held");
    }

    private void giveBack(String user, SkuId sku, boolean preOrder, int quantity) {
        countUser(user, -quantity);
        if (preOrder) {
            countUser(user + " " + sku, -quantity);
        }
    }

    private int countUser(String user, int difference) {
        return Objects.requireNonNull(piecesOfUsers.merge(user, difference, Integer::sum));
    }

    private Count count(SkuId sku, boolean preOrder) {
        return counts.computeIfAbsent(new Pieces(sku, preOrder), pieces -> new Count());
    }

    private static int quantity(List<HeldLine> lines) {
        return lines.stream().mapToInt(HeldLine::quantity).sum();
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            violations.add(what);
        }
    }
}
