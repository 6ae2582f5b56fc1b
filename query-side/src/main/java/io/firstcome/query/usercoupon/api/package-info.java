/**
 * What can be asked about the coupons of a user, and what the answer looks like.
 *
 * <p>Comes in: nothing. Goes out: queries and views. Never happens here: how an answer is found.
 */
@NullMarked
package io.firstcome.query.usercoupon.api;

import org.jspecify.annotations.NullMarked;
