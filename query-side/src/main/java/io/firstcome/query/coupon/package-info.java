/** The view of coupon campaigns: their terms, and how many coupons are issued and redeemed. */
@NullMarked
package io.firstcome.query.coupon;

import org.jspecify.annotations.NullMarked;
