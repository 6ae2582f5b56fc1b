package io.firstcome.command.stock.api;

import io.firstcome.contract.RefusalCode;

/** Why a command to a stock is refused. */
public enum StockErrorCode implements RefusalCode {
    PRODUCT_NOT_FOUND(Kind.NOT_FOUND, "There is no such product"),
    SKU_NOT_FOUND(Kind.NOT_FOUND, "The product has no such option"),
    PRE_ORDER_EXISTS(Kind.CONFLICT, "The option can be pre-ordered already"),
    PRE_ORDER_NOT_FOUND(Kind.CONFLICT, "The option cannot be pre-ordered");

    private final Kind kind;
    private final String title;

    StockErrorCode(Kind kind, String title) {
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
