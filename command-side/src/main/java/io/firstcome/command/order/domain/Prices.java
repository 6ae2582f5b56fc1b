package io.firstcome.command.order.domain;

import io.firstcome.command.order.api.ShippingTerms;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.PricedLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What an order costs. */
final class Prices {

    private Prices() {}

    /**
     * The lines together.
     *
     * @throws ArithmeticException when 64 bits do not hold it
     */
    static long amountOf(List<PricedLine> lines) {
        return lines.stream().mapToLong(PricedLine::amount).reduce(0, Math::addExact);
    }

    static long shippingFee(long amount, ShippingTerms terms) {
        return amount >= terms.freeFrom() ? 0 : terms.fee();
    }

    /**
     * The lines of {@code before} and {@code more} together, in the order in which they were ordered.
     *
     * @throws IllegalArgumentException when one of them was not ordered, or is there twice
     */
    static List<PricedLine> ofLines(List<OrderLine> ordered, List<PricedLine> before, List<PricedLine> more) {
        Map<OrderLine, PricedLine> held = new HashMap<>();
        for (PricedLine line : before) {
            held.put(line.unpriced(), line);
        }
        for (PricedLine line : more) {
            if (!ordered.contains(line.unpriced()) || held.put(line.unpriced(), line) != null) {
                throw new IllegalArgumentException("A line that is held was not ordered, or was held before");
            }
        }
        return ordered.stream().map(held::get).filter(Objects::nonNull).toList();
    }
}
