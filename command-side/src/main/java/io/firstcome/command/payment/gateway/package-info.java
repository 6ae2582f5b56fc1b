/**
 * The client of the card gateway: the Toss Payments contract over HTTP.
 *
 * <p>Comes in: a charge, a refund, a question. Goes out: one of three outcomes, or that it was not sent. Never happens here: a
 * command, an event, a second try; and the secret key is never written anywhere.
 */
@NullMarked
package io.firstcome.command.payment.gateway;

import org.jspecify.annotations.NullMarked;
