/**
 * The product aggregate.
 *
 * <p>Comes in: commands of {@code api}, with their instant. Goes out: product events, or a rejection before the first event.
 * Never happens here: a clock, a random number, I/O, Spring; a decision on stock.
 */
@NullMarked
package io.firstcome.command.product.domain;

import org.jspecify.annotations.NullMarked;
