/**
 * The memory of clients' idempotency keys, written in the transaction of the events that they caused.
 *
 * <p>Comes in: keys of commands about to be handled, outcomes of commands about to be committed. Goes out: the outcome
 * of an earlier command under the same key. Never happens here: an outcome stored apart from its events.
 */
@NullMarked
package io.firstcome.axon.idempotency;

import org.jspecify.annotations.NullMarked;
