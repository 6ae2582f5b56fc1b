package io.firstcome.query.order.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.firstcome.query.order.api.OrderItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of an order. Its price is there when its stock is held. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderItemView(
        String productId,
        String skuId,
        int quantity,
        @Nullable Long unitPrice,
        boolean preOrder) {

    static List<OrderItemView> of(List<OrderItem> items) {
        return items.stream()
                .map(item -> new OrderItemView(
                        item.productId(), item.skuId(), item.quantity(), item.unitPrice(), item.preOrder()))
                .toList();
    }
}
