package io.firstcome.command.stock.domain;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One option of the product: its price, its pieces, and its pre-order if there ever was one. */
final class Option {

    private long price;
    private Pool stock = new Pool();
    private @Nullable PreOrder preOrder;

    /** For the snapshot, which then sets the fields. */
    Option() {}

    Option(long price, int quantity) {
        this.price = price;
        stock.receive(quantity);
    }

    long price() {
        return price;
    }

    boolean hasPreOrder() {
        return preOrder != null && !preOrder.isCancelled();
    }

    boolean isPreOrderOpenAt(Instant instant) {
        return preOrder != null && preOrder.isOpenAt(instant);
    }

    void openPreOrder(int quantity, Instant from, Instant until) {
        if (preOrder == null) {
            preOrder = new PreOrder();
        }
        preOrder.open(quantity, from, until);
    }

    /** What of it can be had from that time on, or may come back: of its stock when the sale is not over, and of such a pre-order. */
    long obtainable(boolean onSale, Instant at) {
        long preOrdered =
                preOrder == null || preOrder.isOverAt(at) ? 0 : preOrder.pool().onHand();
        return (onSale ? stock.onHand() : 0) + preOrdered;
    }

    /** Its pre-order, open or cancelled. */
    PreOrder preOrder() {
        if (preOrder == null) {
            throw new IllegalStateException("There never was a pre-order of this option");
        }
        return preOrder;
    }

    /** The pieces that a line is about. */
    Pool pool(boolean preOrdered) {
        return preOrdered ? preOrder().pool() : stock;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Option that
                && price == that.price
                && Objects.equals(stock, that.stock)
                && Objects.equals(preOrder, that.preOrder);
    }

    @Override
    public int hashCode() {
        return Objects.hash(price, stock, preOrder);
    }
}
