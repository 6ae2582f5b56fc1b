package io.firstcome.command.coupon.domain;

import io.firstcome.command.coupon.api.CouponCommand;

/** Something that decides on commands to coupons: the aggregate, or a model to compare it with. */
interface Coupons {

    Outcome send(CouponCommand command);
}
