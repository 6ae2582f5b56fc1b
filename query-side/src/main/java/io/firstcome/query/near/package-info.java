/**
 * Views in the memory of this process, kept current by following the event store, with the age of what they show bounded.
 *
 * <p>Comes in: stored events, states that others read. Goes out: states, each exact for its version. Never happens here: the knowledge
 * of a view; an answer of which it is not known how old it is.
 */
@NullMarked
package io.firstcome.query.near;

import org.jspecify.annotations.NullMarked;
