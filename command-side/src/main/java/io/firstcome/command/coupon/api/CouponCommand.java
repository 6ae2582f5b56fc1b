package io.firstcome.command.coupon.api;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RefusalCode;
import io.firstcome.events.coupon.CouponId;

/** A command to one coupon. */
public sealed interface CouponCommand extends AggregateCommand
        permits CreateCoupon, IssueCoupon, CloseCoupon, ChoosePiece, RedeemCoupon, RestoreCoupon {

    CouponId couponId();

    @Override
    default String aggregateId() {
        return couponId().toString();
    }

    @Override
    default RefusalCode whenUnknown() {
        return CouponErrorCode.COUPON_NOT_FOUND;
    }
}
