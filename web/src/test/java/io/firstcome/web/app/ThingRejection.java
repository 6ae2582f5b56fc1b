package io.firstcome.web.app;

import io.firstcome.contract.RejectionCode;

/** Rejections of an imaginary business. */
enum ThingRejection implements RejectionCode {
    THING_NOT_FOUND(Kind.NOT_FOUND, "There is no such thing"),
    THING_SOLD_OUT(Kind.CONFLICT, "There is none left"),
    THING_UNPAID(Kind.PAYMENT_REQUIRED, "It was not paid for");

    private final Meaning meaning;

    ThingRejection(Kind kind, String title) {
        meaning = new Meaning(kind, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
