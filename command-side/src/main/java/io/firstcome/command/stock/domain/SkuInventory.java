package io.firstcome.command.stock.domain;

import io.firstcome.command.compact.Key;
import io.firstcome.contract.RejectedException;
import io.firstcome.contract.StockErrorCode;
import io.firstcome.events.UserId;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.Offer;
import io.firstcome.events.stock.StockLine;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a product by their ids, and what happens to their pieces. A line costs the same however many there are.
 *
 * <p>Options are equal when their state is, so that a test can compare an aggregate with the one that its events make.
 */
final class SkuInventory {

    /** One piece of an option for each user. */
    private static final int PRE_ORDERS_PER_USER = 1;

    private Map<String, Option> options = new LinkedHashMap<>();

    void offer(List<Offer> offers) {
        offers.forEach(offer -> options.put(offer.skuId().value(), new Option(offer.price(), offer.quantity())));
    }

    boolean has(SkuId id) {
        return options.containsKey(id.value());
    }

    Option option(SkuId id) {
        Option option = options.get(id.value());
        if (option == null) {
            throw new IllegalStateException("There is no option " + id);
        }
        return option;
    }

    /**
     * The id when there is such an option; for null that of the only one.
     *
     * @throws RejectedException when there is none, or several to choose from
     */
    SkuId existing(@Nullable SkuId id) {
        if (id == null && options.size() == 1) {
            return new SkuId(options.keySet().iterator().next());
        }
        if (id == null || !has(id)) {
            throw new RejectedException(StockErrorCode.SKU_NOT_FOUND);
        }
        return id;
    }

    /** What is taken must fit into an event's {@code int}, too. */
    boolean hasLeft(HoldRequest.Line line) {
        long available = option(line.skuId()).pool(line.preOrder()).available();
        return line.quantity() <= Math.min(available, Integer.MAX_VALUE);
    }

    /** As {@link Option#obtainable}, of all options. */
    long obtainable(boolean onSale, Instant at) {
        return options.values().stream()
                .mapToLong(option -> option.obtainable(onSale, at))
                .sum();
    }

    boolean mayPreOrder(Key user, HoldRequest.Line line) {
        return option(line.skuId()).preOrder().users().get(user) + line.quantity() <= PRE_ORDERS_PER_USER;
    }

    /** Of lines that {@link #hasLeft} was true for. */
    List<HeldLine> priced(List<HoldRequest.Line> lines) {
        return lines.stream()
                .map(line -> new HeldLine(
                        line.skuId(),
                        Math.toIntExact(line.quantity()),
                        line.preOrder(),
                        option(line.skuId()).price()))
                .toList();
    }

    /** A process that returns what was never sold has a fault, and must not make pieces out of nothing. */
    void requireSold(List<StockLine> lines) {
        for (HoldRequest.Line line : HoldRequest.addedUp(lines)) {
            if (line.quantity() > option(line.skuId()).pool(line.preOrder()).sold()) {
                throw new IllegalStateException("More of option " + line.skuId() + " is returned than was sold");
            }
        }
    }

    void hold(UserId user, List<HeldLine> lines) {
        for (HeldLine line : lines) {
            pool(line).hold(line.quantity());
            countPreOrder(user, line.skuId(), line.preOrder(), line.quantity());
        }
    }

    void release(UserId user, List<HeldLine> lines) {
        for (HeldLine line : lines) {
            pool(line).release(line.quantity());
            countPreOrder(user, line.skuId(), line.preOrder(), -line.quantity());
        }
    }

    void sell(List<HeldLine> lines) {
        lines.forEach(line -> pool(line).sell(line.quantity()));
    }

    void takeBack(UserId user, List<StockLine> lines) {
        for (StockLine line : lines) {
            option(line.skuId()).pool(line.preOrder()).takeBack(line.quantity());
            countPreOrder(user, line.skuId(), line.preOrder(), -line.quantity());
        }
    }

    private Pool pool(HeldLine line) {
        return option(line.skuId()).pool(line.preOrder());
    }

    private void countPreOrder(UserId user, SkuId id, boolean preOrder, int difference) {
        if (preOrder) {
            option(id).preOrder().users().add(Key.of(user.value()), difference);
        }
    }
}
