package io.firstcome.events.order;

import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * So many pieces of one option of a product, as ordered.
 *
 * @param quantity 1 or more
 * @param preOrder whether they are taken from the pre-order quantity
 */
public record OrderLine(ProductId productId, SkuId skuId, int quantity, boolean preOrder) {

    /** Lines of the same option become one, where the first of them stood. */
    public static List<OrderLine> merged(List<OrderLine> lines) {
        Map<OrderLine, OrderLine> byOption = new LinkedHashMap<>();
        for (OrderLine line : lines) {
            byOption.merge(line.of(0), line, (a, b) -> a.of(a.quantity + b.quantity));
        }
        return List.copyOf(byOption.values());
    }

    private OrderLine of(int pieces) {
        return new OrderLine(productId, skuId, pieces, preOrder);
    }
}
