package io.firstcome.command.stock.domain;

import io.firstcome.command.stock.api.StockCommand.HoldStock;
import io.firstcome.command.stock.api.StockCommand.OpenStock;
import io.firstcome.command.stock.domain.NaiveOrder.State;
import io.firstcome.events.product.SkuId;
import io.firstcome.events.stock.HeldLine;
import io.firstcome.events.stock.StockLine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stocks with one fault each, as they were seen in public programs (pitfalls.md). The properties must notice. */
enum BrokenStock {
    SELLS_WHAT_IS_NOT_THERE(true, () -> new NaiveStock() {
        @Override
        boolean hasLeft(StockLine line) {
            return true;
        }
    }),
    SELLS_ONE_TOO_MANY(true, () -> new NaiveStock() {
        @Override
        boolean hasLeft(StockLine line) {
            return line.quantity() <= available(line.skuId(), line.preOrder()) + 1;
        }
    }),
    STOPS_ONE_TOO_EARLY(false, () -> new NaiveStock() {
        @Override
        boolean hasLeft(StockLine line) {
            return line.quantity() < available(line.skuId(), line.preOrder());
        }
    }),
    CHECKS_A_NUMBER_THAT_IS_NEVER_LOWERED(true, () -> new NaiveStock() {
        @Override
        boolean hasLeft(StockLine line) {
            return line.preOrder() || line.quantity() <= Objects.requireNonNull(received.get(line.skuId()));
        }
    }),
    CHECKS_LINES_ONE_BY_ONE(true, () -> new NaiveStock() {
        @Override
        List<StockLine> together(List<StockLine> lines) {
            return lines;
        }
    }),
    HOLDS_THE_LINES_THAT_IT_CAN(true, () -> new NaiveStock() {
        @Override
        boolean hasLeft(StockLine line) {
            return true;
        }

        @Override
        List<HeldLine> heldLines(OpenStock rules, HoldStock hold) {
            return super.heldLines(rules, hold).stream()
                    .filter(line -> line.quantity() <= available(line.skuId(), line.preOrder()))
                    .toList();
        }
    }),
    KEEPS_STOCK_FOR_THE_REFUSED(false, () -> new NaiveStock() {
        @Override
        void onRefused(NaiveOrder order) {
            order.state = State.HELD;
            order.lines = order.asked.lines().stream()
                    .map(line -> new HeldLine(line.skuId(), line.quantity(), line.preOrder(), 0))
                    .toList();
        }

        @Override
        boolean isReleasable(NaiveOrder order) {
            return super.isReleasable(order) && order.lines.stream().allMatch(line -> line.unitPrice() > 0);
        }

        @Override
        boolean isSellable(NaiveOrder order) {
            return isReleasable(order);
        }
    }),
    DECIDES_AGAIN(true, () -> new NaiveStock() {
        @Override
        boolean decidedBefore(HoldStock hold) {
            NaiveOrder order = order(hold.holdId().value());
            return order != null && order.state == State.HELD;
        }
    }),
    RELEASES_AGAIN(true, () -> new NaiveStock() {
        @Override
        boolean isReleasable(NaiveOrder order) {
            return super.isReleasable(order) || order.state == State.RELEASED;
        }
    }),
    RELEASES_WHAT_IS_SOLD(true, () -> new NaiveStock() {
        @Override
        boolean isReleasable(NaiveOrder order) {
            return super.isReleasable(order) || order.state == State.SOLD;
        }
    }),
    SELLS_WHAT_WAS_RELEASED(true, () -> new NaiveStock() {
        @Override
        boolean isSellable(NaiveOrder order) {
            return super.isSellable(order) || order.state == State.RELEASED;
        }
    }),
    TAKES_BACK_AGAIN(true, () -> new NaiveStock() {
        @Override
        boolean isReturnable(NaiveOrder order) {
            return super.isReturnable(order) || order.state == State.RETURNED;
        }
    }),
    TAKES_BACK_WHAT_IS_NOT_SOLD(true, () -> new NaiveStock() {
        @Override
        boolean isReturnable(NaiveOrder order) {
            return super.isReturnable(order) || order.state == State.HELD;
        }
    }),
    FORGETS_A_RETURN_THAT_CAME_EARLY(false, () -> new NaiveStock() {
        @Override
        Outcome takenBackEarly(@Nullable NaiveOrder order, Instant at) {
            return Outcome.nothing();
        }
    }),
    LIMITS_BY_WHAT_IS_SOLD_ONLY(true, () -> new NaiveStock() {
        @Override
        long piecesOf(String user) {
            return orders.stream()
                    .filter(order -> order.isOf(user) && order.state == State.SOLD)
                    .mapToLong(order -> order.pieces(null, null))
                    .sum();
        }
    }),
    LIMITS_EACH_ORDER_ONLY(true, () -> new NaiveStock() {
        @Override
        long piecesOf(String user) {
            return 0;
        }
    }),
    COUNTS_WHAT_CAME_BACK(false, () -> new NaiveStock() {
        @Override
        long piecesOf(String user) {
            return orders.stream()
                    .filter(order -> order.isOf(user) && order.state != State.RELEASED)
                    .flatMap(order -> order.lines.stream())
                    .mapToLong(HeldLine::quantity)
                    .sum();
        }
    }),
    TAKES_USERS_FOR_EQUAL(false, () -> new NaiveStock() {
        @Override
        long piecesOf(String user) {
            return super.piecesOf(user.toLowerCase(Locale.ROOT)) + super.piecesOf(user.toUpperCase(Locale.ROOT));
        }
    }),
    OPEN_AT_THE_INSTANT_OF_ITS_END(true, () -> new NaiveStock() {
        @Override
        boolean isOpen(OpenStock rules, Instant at) {
            return super.isOpen(rules, at) || at.equals(rules.saleUntil());
        }
    }),
    SHUT_AT_ITS_FIRST_INSTANT(false, () -> new NaiveStock() {
        @Override
        boolean isOpen(OpenStock rules, Instant at) {
            return super.isOpen(rules, at) && !at.equals(rules.saleFrom());
        }
    }),
    SELLS_AFTER_THE_CLOSE(true, () -> new NaiveStock() {
        @Override
        boolean isClosed() {
            return false;
        }
    }),
    PRE_ORDERS_WITHOUT_A_WINDOW(true, () -> new NaiveStock() {
        @Override
        boolean isPreOrderOpen(SkuId sku, Instant at) {
            return preOrders.containsKey(sku);
        }
    }),
    PRE_ORDERS_TWO_A_USER(true, () -> new NaiveStock() {
        @Override
        int preOrdersPerUser() {
            return 2;
        }
    }),
    PRE_ORDERS_FROM_THE_NORMAL_STOCK(false, () -> new NaiveStock() {
        @Override
        long available(SkuId sku, boolean preOrder) {
            return Math.min(super.available(sku, preOrder), super.available(sku, false));
        }
    });

    /** Whether the fault breaks an invariant; any fault shows beside the naive model. */
    final boolean breaksInvariant;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final Supplier<Stocks> make;

    BrokenStock(boolean breaksInvariant, Supplier<Stocks> make) {
        this.breaksInvariant = breaksInvariant;
        this.make = make;
    }

    Stocks make() {
        return make.get();
    }
}
