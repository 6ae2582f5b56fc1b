package io.firstcome.query.product.api;

/**
 * The place of a product in the list, in every order.
 *
 * @param position of the event that created it: newer is greater
 */
public record ListPlace(long position, long price, String name, String productId) {}
