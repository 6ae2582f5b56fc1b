package io.firstcome.command.order.domain;

import io.firstcome.command.order.api.ShippingTerms;
import io.firstcome.events.order.OrderLine;
import io.firstcome.events.order.PricedLine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
     * @throws IllegalArgumentException when {@code priced} are not {@code ordered}, in any order
     */
    static void requireSame(List<OrderLine> ordered, List<PricedLine> priced) {
        Set<OrderLine> held = new HashSet<>();
        priced.forEach(
                line -> held.add(new OrderLine(line.productId(), line.skuId(), line.quantity(), line.preOrder())));
        if (priced.size() != ordered.size() || !held.equals(Set.copyOf(ordered))) {
            throw new IllegalArgumentException("The lines that are held are not those that were ordered");
        }
    }
}
