package io.firstcome.contract.v1;

/**
 * So many pieces of one option.
 *
 * @param quantity 1 or more
 * @param preOrder whether they are taken from the pre-order quantity
 */
public record StockLine(String skuId, int quantity, boolean preOrder) {}
