/**
 * The event processors, seen and steered by operators.
 *
 * <p>Comes in: requests to look at a processor, to rebuild its view, to retry what it has dead-lettered. Goes out: how far each is, and
 * as metrics too. Never happens here: the handling of an event; a rebuild that a crash leaves half-done.
 */
@NullMarked
package io.firstcome.query.processor;

import org.jspecify.annotations.NullMarked;
