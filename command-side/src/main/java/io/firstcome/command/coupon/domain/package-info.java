/**
 * The coupon aggregate and its rules.
 *
 * <p>Comes in: commands of {@code api}, with their instant. Goes out: coupon events, or a rejection before the first event.
 * Never happens here: a clock, a random number, I/O, Spring.
 */
@NullMarked
package io.firstcome.command.coupon.domain;

import org.jspecify.annotations.NullMarked;
