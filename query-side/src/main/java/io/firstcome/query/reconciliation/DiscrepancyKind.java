package io.firstcome.query.reconciliation;

/** How an order or a payment does not add up. The names are published. */
public enum DiscrepancyKind {
    /** The order is PENDING: not all of its stocks have answered, or the order was not told. */
    ORDER_NOT_DECIDED,
    /** The order still waits for a payment although its hold is over. */
    ORDER_NOT_EXPIRED,
    /** The order is paid and a stock has not sold its pieces. */
    STOCK_NOT_SOLD,
    /** The order has ended, or was paid by another hold, and a stock still holds pieces for it. */
    STOCK_NOT_RELEASED,
    /** The paid order was cancelled, returned or refunded, and a stock did not take its pieces back. */
    STOCK_NOT_RETURNED,
    /** The payment has begun and is neither approved nor declined. */
    PAYMENT_NOT_DECIDED,
    /** The card gateway has not said yet whether it took the money. */
    PAYMENT_OUTCOME_UNKNOWN,
    /** The payment is decided and its order does not know. */
    PAYMENT_NOT_RECORDED,
    /** The order has ended, its payment is approved, and no refund has begun. */
    REFUND_NOT_STARTED,
    /** The same, and the card gateway refused the refund. */
    REFUND_FAILED,
    /** A refund has begun and is neither completed nor refused. */
    REFUND_NOT_COMPLETED,
    /** The payment is refunded whole and its order does not know. */
    REFUND_NOT_RECORDED,
    /** The payment was declined or refunded whole, and the coupon that it redeemed is not restored. */
    COUPON_NOT_RESTORED,
    /** The payment was declined, and the points that it had spent are not back. */
    POINTS_NOT_REFUNDED
}
