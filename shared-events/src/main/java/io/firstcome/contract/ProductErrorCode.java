package io.firstcome.contract;

/** Why a command to a product is refused. */
public enum ProductErrorCode implements RejectionCode {
    PRODUCT_NOT_FOUND(Kind.NOT_FOUND, "There is no such product"),
    PRODUCT_EXISTS(Kind.CONFLICT, "A product of this id exists"),
    PRODUCT_WITHDRAWN(Kind.CONFLICT, "The product was taken off sale");

    private final Meaning meaning;

    ProductErrorCode(Kind kind, String title) {
        meaning = new Meaning(kind, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
