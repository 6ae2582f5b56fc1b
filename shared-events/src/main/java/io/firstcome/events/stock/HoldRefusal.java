package io.firstcome.events.stock;

/** Why stock is not held for an order. */
public enum HoldRefusal {
    /** Less is available than is asked for. */
    OUT_OF_STOCK,
    /** The sale has not begun, is over or was closed. */
    SALE_NOT_OPEN,
    /** The user would have more than one user may have. */
    LIMIT_PER_USER,
    /** There is no pre-order of this option at this time. */
    PRE_ORDER_NOT_OPEN,
    /** The product has no such option. */
    SKU_NOT_FOUND,
    /** The date of the concert has no such seat. */
    SEAT_NOT_FOUND,
    /** A seat is held or sold. */
    SEAT_TAKEN
}
