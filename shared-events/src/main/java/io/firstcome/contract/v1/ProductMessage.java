package io.firstcome.contract.v1;

/** What has happened to a product of the catalogue: on topic {@code firstcome.product}, in order for each product. */
public sealed interface ProductMessage extends Message permits ProductCreated, ProductWithdrawn {

    String productId();

    @Override
    default String context() {
        return "product";
    }

    @Override
    default String subject() {
        return productId();
    }
}
