/**
 * Carries out what was asked of the card gateway, until its outcome is known.
 *
 * <p>Comes in: requests of processes, and notices that something has changed. Goes out: calls of the gateway, then a command to
 * the payment, at least once. Never happens here: a guess; a call in a thread of an event processor; a second name for the same
 * request.
 */
@NullMarked
package io.firstcome.command.payment.card;

import org.jspecify.annotations.NullMarked;
