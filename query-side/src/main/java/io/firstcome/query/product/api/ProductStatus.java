package io.firstcome.query.product.api;

/** Whether a product can be ordered now. */
public enum ProductStatus {
    /** Its sale has not begun. */
    SCHEDULED,
    /** It can be ordered, as long as there is stock. */
    ON_SALE,
    /** Its sale is over. */
    ENDED,
    /** An operator has taken it out of the catalogue. */
    WITHDRAWN
}
