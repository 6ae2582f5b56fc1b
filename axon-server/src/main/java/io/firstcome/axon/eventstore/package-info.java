/**
 * The MySQL event store behind Axon's interfaces.
 *
 * <p>Comes in: batches of events inside a transaction; readers with a position. Goes out: events in commit order
 * without holes, snapshots. Never happens here: a transaction begun or ended (the command bus does that), an event
 * skipped.
 */
@NullMarked
package io.firstcome.axon.eventstore;

import org.jspecify.annotations.NullMarked;
