/**
 * What placing an order has to know of other aggregates.
 *
 * <p>Comes in: ids. Goes out: answers from what is stored. Never happens here: an answer out of a view that may be behind.
 */
@NullMarked
package io.firstcome.command.order.lookup;

import org.jspecify.annotations.NullMarked;
