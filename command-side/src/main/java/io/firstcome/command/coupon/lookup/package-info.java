/**
 * Questions about coupons that a command needs answered before it is sent.
 *
 * <p>Comes in: a user and a coupon. Goes out: facts from the event store, as they are committed. Never happens here: a decision; a view
 * that may lag.
 */
@NullMarked
package io.firstcome.command.coupon.lookup;

import org.jspecify.annotations.NullMarked;
