package io.firstcome.contract;

/** Why a command to a stock is refused. */
public enum StockErrorCode implements RejectionCode {
    PRODUCT_NOT_FOUND(Kind.NOT_FOUND, "There is no such product"),
    SKU_NOT_FOUND(Kind.NOT_FOUND, "The product has no such option"),
    PRE_ORDER_EXISTS(Kind.CONFLICT, "The option can be pre-ordered already"),
    PRE_ORDER_NOT_FOUND(Kind.CONFLICT, "The option cannot be pre-ordered");

    private final Meaning meaning;

    StockErrorCode(Kind kind, String title) {
        meaning = new Meaning(kind, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
