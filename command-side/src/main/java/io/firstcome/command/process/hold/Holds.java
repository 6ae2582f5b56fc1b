package io.firstcome.command.process.hold;

import io.firstcome.command.stock.api.HoldStock;
import io.firstcome.command.stock.api.ReleaseStock;
import io.firstcome.command.stock.api.SellStock;
import io.firstcome.events.UserId;
import io.firstcome.events.order.OrderId;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.PricedLine;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.HoldId;
import io.firstcome.events.stock.HoldRefusal;
import io.firstcome.events.stock.StockHeld;
import io.firstcome.events.stock.StockHoldRefused;
import io.firstcome.events.stock.StockId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reservation of an order with each stock of its products: who has answered, and what.
 *
 * <p>A part of the stored state of a process. The answers may come in any order, and again.
 */
public final class Holds {

    private HoldId holdId;
    private List<OrderLine> lines;
    private Set<StockId> unanswered = new HashSet<>();
    private List<StockId> held = new ArrayList<>();
    private List<PricedLine> priced = new ArrayList<>();
    private @Nullable HoldRefusal refusal;

    /** For the serializer, which then sets the fields. */
    @SuppressWarnings("NullAway.Init")
    private Holds() {}

    public Holds(HoldId holdId, List<OrderLine> lines) {
        this.holdId = holdId;
        this.lines = List.copyOf(lines);
        unanswered.addAll(StockLines.byStock(lines).keySet());
    }

    public HoldId holdId() {
        return holdId;
    }

    /** The commands that ask for them. */
    public List<HoldStock> requests(OrderId order, UserId user, Instant heldUntil, Instant at) {
        return StockLines.byStock(lines).entrySet().stream()
                .map(stock -> new HoldStock(stock.getKey(), holdId, order, user, stock.getValue(), heldUntil, at))
                .toList();
    }

    /** Notes an answer; of another reservation it does nothing. */
    public void on(StockHeld event) {
        if (event.holdId().equals(holdId) && unanswered.remove(event.stockId())) {
            held.add(event.stockId());
            event.lines().forEach(line -> priced.add(priced(event.stockId(), line)));
        }
    }

    /** Notes an answer; of another reservation it does nothing. */
    public void on(StockHoldRefused event) {
        if (event.holdId().equals(holdId) && unanswered.remove(event.stockId()) && refusal == null) {
            refusal = event.reason();
        }
    }

    private static PricedLine priced(StockId stock, HeldLine line) {
        return new PricedLine(stock.productId(), line.skuId(), line.quantity(), line.preOrder(), line.unitPrice());
    }

    public boolean areAllAnswered() {
        return unanswered.isEmpty();
    }

    /** Why the first stock that refused did so; null: none did. */
    public @Nullable HoldRefusal refusal() {
        return refusal;
    }

    /** The lines with the prices at which they are held, in the order of the lines. */
    public List<PricedLine> pricedLines() {
        Map<OrderLine, PricedLine> byLine = new LinkedHashMap<>();
        lines.forEach(line -> priced.stream()
                .filter(found -> found.productId().equals(line.productId())
                        && found.skuId().equals(line.skuId())
                        && found.preOrder() == line.preOrder())
                .forEach(found -> byLine.put(line, found)));
        return List.copyOf(byLine.values());
    }

    /** The commands that give back what is held by now; what is answered later must be given back then. */
    public List<ReleaseStock> releases(Instant at) {
        return held.stream().map(stock -> new ReleaseStock(stock, holdId, at)).toList();
    }

    /** The commands that sell what is held. */
    public List<SellStock> sales(Instant at) {
        return held.stream().map(stock -> new SellStock(stock, holdId, at)).toList();
    }
}
