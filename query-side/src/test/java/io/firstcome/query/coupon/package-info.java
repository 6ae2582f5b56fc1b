/** Tests of the view of coupon campaigns. */
@NullMarked
package io.firstcome.query.coupon;

import org.jspecify.annotations.NullMarked;
