package io.firstcome.command.coupon.domain;

import io.firstcome.command.coupon.api.CouponCommand.RedeemCoupon;
import java.util.function.BiPredicate;

/** What must hold for a piece to be redeemed. Whether the campaign is closed or sold out does not matter. */
enum RedeemRule {
    USER_HAS_ONE((coupon, command) -> coupon.redeemable(command.userId(), command.at()) != 0),
    ORDER_LARGE_ENOUGH((coupon, command) -> coupon.isFor(command.orderAmount())),
    /** A piece is not used up for nothing: 1 % of 50 is 0, and so is what anything takes off 0. */
    TAKES_SOMETHING_OFF((coupon, command) -> coupon.discountOn(command.orderAmount()) > 0);

    private static final RedeemRule[] ALL = values();

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final BiPredicate<Coupon, RedeemCoupon> holds;

    RedeemRule(BiPredicate<Coupon, RedeemCoupon> holds) {
        this.holds = holds;
    }

    static boolean allHold(Coupon coupon, RedeemCoupon command) {
        for (RedeemRule rule : ALL) {
            if (!rule.holds.test(coupon, command)) {
                return false;
            }
        }
        return true;
    }
}
