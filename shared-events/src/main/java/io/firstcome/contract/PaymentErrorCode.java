package io.firstcome.contract;

/** Why a command to a payment is refused, or how a payment ended. */
public enum PaymentErrorCode implements RejectionCode {
    PAYMENT_NOT_FOUND(Kind.NOT_FOUND, "There is no such payment"),
    INSUFFICIENT_POINTS(Kind.PAYMENT_REQUIRED, "The wallet holds less than is to be paid"),
    PAYMENT_DECLINED(Kind.PAYMENT_REQUIRED, "The card was declined"),
    NOT_REFUNDABLE(Kind.CONFLICT, "So much of the payment cannot be given back");

    private final Meaning meaning;

    PaymentErrorCode(Kind kind, String title) {
        meaning = new Meaning(kind, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
