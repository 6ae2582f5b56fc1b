package io.firstcome.query.usercoupon.api;

import java.util.List;

/**
 * A part of the list of a user's pieces.
 *
 * @param items newest first
 * @param more whether there are older ones
 */
public record UserCoupons(List<UserCouponView> items, boolean more) {

    public UserCoupons {
        items = List.copyOf(items);
    }
}
