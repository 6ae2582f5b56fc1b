/**
 * The states of processes: Axon's saga store, written once a batch.
 *
 * <p>Comes in: what the handlers of a batch of events, or of a deadline, did to processes. Goes out: rows of {@code saga_entry} and
 * {@code association_value_entry}, in the transaction of the processor's position. Never happens here: a state that a rollback
 * leaves behind.
 */
@NullMarked
package io.firstcome.axon.saga;

import org.jspecify.annotations.NullMarked;
