package io.firstcome.events.order;

import io.firstcome.events.concert.DateId;
import io.firstcome.events.concert.Seat;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order whose stock is held.
 *
 * @param quantity 1 or more
 * @param preOrder whether they are taken from the pre-order quantity
 * @param unitPrice of one piece, 0 or more
 * @param dateId the date whose seat this is, as in {@link OrderLine}; null: pieces of a product
 * @param grade of the seat; null: it is none
 */
public record PricedLine(
        ProductId productId,
        SkuId skuId,
        int quantity,
        boolean preOrder,
        long unitPrice,
        @Nullable DateId dateId,
        @Nullable String grade) {

    /** Pieces of a product. */
    public PricedLine(ProductId productId, SkuId skuId, int quantity, boolean preOrder, long unitPrice) {
        this(productId, skuId, quantity, preOrder, unitPrice, null, null);
    }

    /** A seat of a date at its price. */
    public static PricedLine ofSeat(DateId date, Seat seat) {
        OrderLine line = OrderLine.ofSeat(date, seat.seat());
        return new PricedLine(line.productId(), line.skuId(), 1, false, seat.price(), date, seat.grade());
    }

    /** The line without its price. */
    public OrderLine unpriced() {
        return new OrderLine(productId, skuId, quantity, preOrder, dateId);
    }

    /** The price of the line. */
    public long amount() {
        return Math.multiplyExact(unitPrice, quantity);
    }
}
