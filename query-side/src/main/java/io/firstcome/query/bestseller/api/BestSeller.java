package io.firstcome.query.bestseller.api;

/**
 * A product and how well it sells.
 *
 * @param sold pieces sold less pieces returned in the period, 1 or more
 */
public record BestSeller(String productId, String name, long sold) {}
