/**
 * Counts refusals by aggregate and code, for operators.
 *
 * <p>Comes in: every refusal that a client was told. Goes out: the table {@code refusal_count}, once a second. Never
 * happens here: an event (a refusal consumes nothing), a wait on the way of a request.
 */
@NullMarked
package io.firstcome.command.refusal;

import org.jspecify.annotations.NullMarked;
