package io.firstcome.web.app;

import io.firstcome.contract.RefusalCode;

/** Refusals of an imaginary business. */
enum ThingRefusal implements RefusalCode {
    THING_NOT_FOUND(Kind.NOT_FOUND, "There is no such thing"),
    THING_SOLD_OUT(Kind.CONFLICT, "There is none left"),
    THING_UNPAID(Kind.PAYMENT_REQUIRED, "It was not paid for");

    private final Meaning meaning;

    ThingRefusal(Kind kind, String title) {
        meaning = new Meaning(kind, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
