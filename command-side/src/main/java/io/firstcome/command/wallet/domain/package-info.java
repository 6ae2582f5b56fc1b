/**
 * The points wallet aggregate and its rules.
 *
 * <p>Comes in: commands of {@code api}, with their instant. Goes out: wallet events, or a rejection before the first event.
 * Never happens here: a clock, a random number, I/O, Spring.
 */
@NullMarked
package io.firstcome.command.wallet.domain;

import org.jspecify.annotations.NullMarked;
