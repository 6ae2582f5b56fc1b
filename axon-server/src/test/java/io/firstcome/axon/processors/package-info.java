/**
 * Tests of batches and dead-lettering.
 *
 * <p>Comes in: faults. Goes out: whether an event was kept, dead-lettered or waited for. Never happens here: a lost event.
 */
@NullMarked
package io.firstcome.axon.processors;

import org.jspecify.annotations.NullMarked;
