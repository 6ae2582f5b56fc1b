/**
 * How events that were stored in an older shape are read in today's.
 *
 * <p>Comes in: stored JSON with its revision. Goes out: JSON of the next revision. Never happens here: a change of what is stored.
 */
@NullMarked
package io.firstcome.axon.upcasting;

import org.jspecify.annotations.NullMarked;
