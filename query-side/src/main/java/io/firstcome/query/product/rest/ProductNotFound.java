package io.firstcome.query.product.rest;

import io.firstcome.contract.RefusalCode;

/** What a question about a product may be refused with. */
enum ProductNotFound implements RefusalCode {
    /** There is no such product. */
    PRODUCT_NOT_FOUND;

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }

    @Override
    public String title() {
        return "There is no such product";
    }
}
