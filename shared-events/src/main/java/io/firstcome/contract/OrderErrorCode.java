package io.firstcome.contract;

/** Why a command to an order is refused, or why the order itself is. */
public enum OrderErrorCode implements RejectionCode {
    ORDER_NOT_FOUND(Kind.NOT_FOUND, "There is no such order"),
    ORDER_EXISTS(Kind.CONFLICT, "An order of this id exists"),
    PRODUCT_NOT_FOUND(Kind.NOT_FOUND, "There is no such product"),
    SKU_NOT_FOUND(Kind.NOT_FOUND, "The product has no such option"),
    OUT_OF_STOCK(Kind.CONFLICT, "Less is available than was asked for"),
    SALE_NOT_OPEN(Kind.CONFLICT, "It is not sold at this time"),
    PRE_ORDER_NOT_OPEN(Kind.CONFLICT, "The product cannot be pre-ordered at this time"),
    LIMIT_PER_USER(Kind.CONFLICT, "One user may not have so many"),
    DATE_NOT_FOUND(Kind.NOT_FOUND, "The concert has no such date"),
    SEAT_NOT_FOUND(Kind.NOT_FOUND, "The date has no such seat"),
    SEAT_TAKEN(Kind.CONFLICT, "A seat is another's"),
    ORDER_NOT_CANCELLABLE(Kind.CONFLICT, "The order was sent, or has ended"),
    ORDER_ALREADY_PAID(Kind.CONFLICT, "The order is paid"),
    ORDER_EXPIRED(Kind.CONFLICT, "The order was not paid in time"),
    ORDER_NOT_PAYABLE(Kind.CONFLICT, "The order does not wait for a payment"),
    PAYMENT_IN_PROGRESS(Kind.CONFLICT, "A payment of the order is under way"),
    COUPON_NOT_APPLICABLE(Kind.CONFLICT, "The coupon does not apply to this order"),
    ORDER_NOT_PAID(Kind.CONFLICT, "The order is not paid, is being refunded, or was sent already"),
    ORDER_NOT_SHIPPED(Kind.CONFLICT, "The order is not on its way"),
    ORDER_NOT_RETURNABLE(Kind.CONFLICT, "The order has not arrived, or too long ago"),
    /** The order is another user's, and so is the payment by which it was named. */
    PAYMENT_NOT_FOUND(Kind.NOT_FOUND, "There is no such payment"),
    NOT_REFUNDABLE(Kind.CONFLICT, "So much of the payment cannot be given back");

    private final Meaning meaning;

    OrderErrorCode(Kind kind, String title) {
        meaning = new Meaning(kind, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
