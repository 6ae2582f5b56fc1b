package io.firstcome.contract.v1;

/**
 * So many pieces of one option of a product, as ordered.
 *
 * @param quantity 1 or more
 * @param preOrder whether they are taken from the pre-order quantity
 */
public record OrderLine(String productId, String skuId, int quantity, boolean preOrder) {}
