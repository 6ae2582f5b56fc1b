/**
 * The steps of a refund: first the card, then points, then coupon and order.
 *
 * <p>Comes in: events of the payment and the wallet, in each of which is all that is needed. Goes out: requests to the card gateway, commands. Never happens here: a state.
 */
@NullMarked
package io.firstcome.command.process.refund;

import org.jspecify.annotations.NullMarked;
