package io.firstcome.command.coupon.domain;

import io.firstcome.command.coupon.api.CouponCommand.IssueCoupon;
import io.firstcome.contract.CouponErrorCode;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The rules of issuing a piece, in the order in which a rejection is told. */
enum IssueRule {
    CAMPAIGN_RUNS(CouponErrorCode.COUPON_CLOSED, (coupon, command) -> !coupon.isClosed()),
    WITHIN_WINDOW(CouponErrorCode.COUPON_NOT_OPEN, (coupon, command) -> coupon.isIssuedAt(command.at())),
    TIER_REACHED(CouponErrorCode.COUPON_TIER_REQUIRED, (coupon, command) -> coupon.isFor(command.userTier())),
    /** Before SOLD_OUT: who has one already is told so, not that they came too late. */
    BELOW_USER_LIMIT(CouponErrorCode.COUPON_ALREADY_ISSUED, (coupon, command) -> !coupon.hasAllFor(command.userId())),
    PIECE_LEFT(CouponErrorCode.COUPON_SOLD_OUT, (coupon, command) -> !coupon.isSoldOut());

    private static final IssueRule[] ALL = values();

    private final CouponErrorCode refusal;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final BiPredicate<Coupon, IssueCoupon> holds;

    IssueRule(CouponErrorCode refusal, BiPredicate<Coupon, IssueCoupon> holds) {
        this.refusal = refusal;
        this.holds = holds;
    }

    /** The rejection of the first rule that does not hold, or null. */
    static @Nullable CouponErrorCode refusalOf(Coupon coupon, IssueCoupon command) {
        for (IssueRule rule : ALL) {
            if (!rule.holds.test(coupon, command)) {
                return rule.refusal;
            }
        }
        return null;
    }
}
