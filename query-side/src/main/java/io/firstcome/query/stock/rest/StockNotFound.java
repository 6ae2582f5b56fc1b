package io.firstcome.query.stock.rest;

import io.firstcome.contract.RefusalCode;

/** What a question about stock may be refused with. */
enum StockNotFound implements RefusalCode {
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
