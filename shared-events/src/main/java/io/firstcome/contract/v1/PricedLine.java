package io.firstcome.contract.v1;

/**
 * A line of an order whose stock is held.
 *
 * @param quantity 1 or more
 * @param preOrder whether they are taken from the pre-order quantity
 * @param unitPrice of one piece, 0 or more
 */
public record PricedLine(String productId, String skuId, int quantity, boolean preOrder, long unitPrice) {}
