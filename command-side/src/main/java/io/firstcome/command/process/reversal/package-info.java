/**
 * What follows when a paid order is cancelled, returned, refunded or sent.
 *
 * <p>Comes in: events of the order. Goes out: refunds, returns to stock. Never happens here: a state: each event says all that is needed.
 */
@NullMarked
package io.firstcome.command.process.reversal;

import org.jspecify.annotations.NullMarked;
