package io.firstcome.events.product;

/** The family of events of one product. */
public sealed interface ProductEvent permits ProductCreated, ProductWithdrawn {

    ProductId productId();
}
