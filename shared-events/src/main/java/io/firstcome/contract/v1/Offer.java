package io.firstcome.contract.v1;

/**
 * What one option is sold for, and how much of it there is from the start.
 *
 * @param price of one piece, 0 or more
 * @param quantity 0 or more
 */
public record Offer(String skuId, long price, int quantity) {}
