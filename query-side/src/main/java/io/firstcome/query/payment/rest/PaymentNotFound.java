package io.firstcome.query.payment.rest;

import io.firstcome.contract.RefusalCode;

/** What a question about a payment may be refused with. */
enum PaymentNotFound implements RefusalCode {
    /** There is no such payment, or it is another user's. */
    PAYMENT_NOT_FOUND;

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }

    @Override
    public String title() {
        return "There is no such payment";
    }
}
