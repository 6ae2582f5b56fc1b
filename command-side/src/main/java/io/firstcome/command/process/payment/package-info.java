/**
 * From a payment that is started to one that is recorded, or of which nothing is left.
 *
 * <p>Comes in: events of the order, the coupon, the wallet, the payment. Goes out: commands to them; requests to the card gateway. Never happens here: stock; the outcome of a card, which comes as a command to the payment.
 */
@NullMarked
package io.firstcome.command.process.payment;

import org.jspecify.annotations.NullMarked;
