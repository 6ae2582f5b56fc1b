/**
 * The payment aggregate and its rules.
 *
 * <p>Comes in: commands of {@code api}, with their instant. Goes out: payment events, or a rejection before the first event.
 * Never happens here: a call of the card gateway, a clock, a random number, I/O, Spring.
 */
@NullMarked
package io.firstcome.command.payment.domain;

import org.jspecify.annotations.NullMarked;
