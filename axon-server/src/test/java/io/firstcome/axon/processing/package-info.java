/**
 * Tests of batches and parking.
 *
 * <p>Comes in: faults. Goes out: whether an event was kept, parked or waited for. Never happens here: a lost event.
 */
@NullMarked
package io.firstcome.axon.processing;

import org.jspecify.annotations.NullMarked;
