package io.firstcome.contract.v1;

/**
 * Pieces of one option that are held, with their price at that moment.
 *
 * @param quantity 1 or more
 * @param preOrder whether they are taken from the pre-order quantity
 * @param unitPrice of one piece, 0 or more
 */
public record HeldLine(String skuId, int quantity, boolean preOrder, long unitPrice) {}
