package io.firstcome.command.coupon.domain;

import io.firstcome.command.coupon.api.RedeemCoupon;
import java.util.function.BiPredicate;

/** What must hold for a piece to be redeemed. Whether the campaign is closed or sold out does not matter. */
enum RedeemRule {
    ISSUED((coupon, command) -> coupon.isIssued(command.piece().serial())),
    UNUSED((coupon, command) -> !coupon.isRedeemed(command.piece().serial())),
    VALID((coupon, command) -> command.at().isBefore(command.piece().expiresAt())),
    ORDER_LARGE_ENOUGH((coupon, command) -> coupon.isFor(command.orderAmount()));

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
