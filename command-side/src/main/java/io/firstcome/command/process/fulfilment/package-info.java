/**
 * From an order that is placed to one that is sold, or that holds nothing any more.
 *
 * <p>Comes in: events of the order and of its stocks, the deadline. Goes out: holds, releases and sales; the order's confirmation, rejection, expiry. Never happens here: money.
 */
@NullMarked
package io.firstcome.command.process.fulfilment;

import org.jspecify.annotations.NullMarked;
