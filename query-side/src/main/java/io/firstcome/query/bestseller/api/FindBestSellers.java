package io.firstcome.query.bestseller.api;

/**
 * Asks for the products that sold most; answered by {@link BestSellers}, which may be a second old.
 *
 * @param limit how many at most, 1 to 100
 */
public record FindBestSellers(BestSellerPeriod period, int limit) {}
