package io.firstcome.query.order.rest;

import io.firstcome.contract.RefusalCode;

/** What a question about an order may be refused with. */
enum OrderNotFound implements RefusalCode {
    /** There is no such order, or it is another user's. */
    ORDER_NOT_FOUND;

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }

    @Override
    public String title() {
        return "There is no such order";
    }
}
