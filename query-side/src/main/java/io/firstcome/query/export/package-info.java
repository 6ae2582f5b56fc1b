/**
 * Tells an external data platform of reservations that are paid or refunded.
 *
 * <p>Comes in: events of orders of seats. Goes out: a POST for each, at least once, in order for each reservation. Never happens here:
 * an event that is skipped; a POST in a replay.
 */
@NullMarked
package io.firstcome.query.export;

import org.jspecify.annotations.NullMarked;
