package io.firstcome.query.points.api;

/** What happened to a user's points. */
public enum PointsEntryType {
    /** Bought. */
    CHARGED,
    /** They paid an order, or a part of it. */
    SPENT,
    /** Given back. */
    REFUNDED
}
