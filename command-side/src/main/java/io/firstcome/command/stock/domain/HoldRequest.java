package io.firstcome.command.stock.domain;

import io.firstcome.command.compact.Key;
import io.firstcome.command.stock.api.StockCommand.HoldStock;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.StockLine;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a hold asks for, with the lines of one option added up, pre-ordered ones apart.
 *
 * @param quantity of all lines together
 */
record HoldRequest(Key user, List<Line> lines, long quantity, Instant at) {

    /** So many pieces of one option; more than an {@code int} holds when several lines ask for all there is. */
    record Line(SkuId skuId, boolean preOrder, long quantity) {}

    private record Pieces(SkuId skuId, boolean preOrder) {}

    static HoldRequest of(HoldStock command) {
        List<Line> lines = addedUp(command.lines());
        long quantity = lines.stream().mapToLong(Line::quantity).sum();
        return new HoldRequest(Key.of(command.userId().value()), lines, quantity, command.at());
    }

    /** One line for each option, in the order in which they come first, pre-ordered ones apart. */
    static List<Line> addedUp(List<StockLine> lines) {
        Map<Pieces, Long> quantities = new LinkedHashMap<>();
        for (StockLine line : lines) {
            quantities.merge(new Pieces(line.skuId(), line.preOrder()), (long) line.quantity(), Long::sum);
        }
        return quantities.entrySet().stream()
                .map(entry -> new Line(entry.getKey().skuId(), entry.getKey().preOrder(), entry.getValue()))
                .toList();
    }

    Stream<Line> preOrdered() {
        return lines.stream().filter(Line::preOrder);
    }

    boolean isAllPreOrdered() {
        return lines.stream().allMatch(Line::preOrder);
    }
}
