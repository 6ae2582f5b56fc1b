package io.firstcome.query.concert;

/** Whose a seat is. */
public enum SeatStatus {
    /** Nobody's. */
    AVAILABLE,
    /** Reserved, until it is paid or its time is over. */
    HELD,
    SOLD
}
