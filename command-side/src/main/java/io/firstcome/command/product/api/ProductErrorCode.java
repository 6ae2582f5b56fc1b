package io.firstcome.command.product.api;

import io.firstcome.contract.RefusalCode;

/** Why a command to a product is refused. */
public enum ProductErrorCode implements RefusalCode {
    PRODUCT_NOT_FOUND(Kind.NOT_FOUND, "There is no such product"),
    PRODUCT_EXISTS(Kind.CONFLICT, "A product of this id exists"),
    PRODUCT_WITHDRAWN(Kind.CONFLICT, "The product was taken off sale");

    private final Kind kind;
    private final String title;

    ProductErrorCode(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
