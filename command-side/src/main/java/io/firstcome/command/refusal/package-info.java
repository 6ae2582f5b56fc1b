/**
 * Counts refusals by aggregate and code, for operators.
 *
 * <p>Comes in: every refusal of a command that a client was told. What a process comes to later, a hold that is refused or a card
 * that is declined, is an event and not counted here. Goes out: the table {@code refusal_count}, once a second. Never happens here:
 * an event (a refusal consumes nothing), a wait on the way of a request.
 */
@NullMarked
package io.firstcome.command.refusal;

import org.jspecify.annotations.NullMarked;
