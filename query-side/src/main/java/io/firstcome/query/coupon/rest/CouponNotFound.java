package io.firstcome.query.coupon.rest;

import io.firstcome.contract.RefusalCode;

/** What a question about a coupon may be refused with. */
enum CouponNotFound implements RefusalCode {
    /** There is no such campaign. */
    COUPON_NOT_FOUND;

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }

    @Override
    public String title() {
        return "There is no such coupon";
    }
}
