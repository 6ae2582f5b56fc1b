package io.firstcome.query.order.api;

import org.jspecify.annotations.Nullable;

/**
 * A line of an order. Ids are bare.
 *
 * @param quantity 1 or more
 * @param unitPrice of one piece; null: not held yet
 * @param preOrder whether the pieces are taken from the pre-order quantity
 */
public record OrderItem(
        String productId,
        String skuId,
        int quantity,
        @Nullable Long unitPrice,
        boolean preOrder) {}
