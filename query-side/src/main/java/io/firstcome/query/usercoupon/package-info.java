/** The view of the coupons that users hold. */
@NullMarked
package io.firstcome.query.usercoupon;

import org.jspecify.annotations.NullMarked;
