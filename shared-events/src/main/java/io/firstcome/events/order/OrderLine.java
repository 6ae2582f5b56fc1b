package io.firstcome.events.order;

import io.firstcome.events.concert.DateId;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * So many pieces of one option of a product, as ordered.
 *
 * @param quantity 1 or more
 * @param preOrder whether they are taken from the pre-order quantity
 * @param dateId the date of a concert whose seat this is: the product is then named like the date, the option like the number of the
 *     seat; null: pieces of a product
 */
public record OrderLine(
        ProductId productId,
        SkuId skuId,
        int quantity,
        boolean preOrder,
        @Nullable DateId dateId) {

    /** Pieces of a product. */
    public OrderLine(ProductId productId, SkuId skuId, int quantity, boolean preOrder) {
        this(productId, skuId, quantity, preOrder, null);
    }

    /** A seat of a date. */
    public static OrderLine ofSeat(DateId date, int seat) {
        return new OrderLine(new ProductId(date.value()), new SkuId(Integer.toString(seat)), 1, false, date);
    }

    /** The number of the seat that this line is about. */
    public int seat() {
        return Integer.parseInt(skuId.value());
    }

    /** Lines of the same option become one, where the first of them stood. */
    public static List<OrderLine> merged(List<OrderLine> lines) {
        Map<OrderLine, OrderLine> byOption = new LinkedHashMap<>();
        for (OrderLine line : lines) {
            byOption.merge(line.of(0), line, (a, b) -> a.of(a.quantity + b.quantity));
        }
        return List.copyOf(byOption.values());
    }

    private OrderLine of(int pieces) {
        return new OrderLine(productId, skuId, pieces, preOrder, dateId);
    }
}
