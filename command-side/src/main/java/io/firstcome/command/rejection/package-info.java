/**
 * Counts rejections by aggregate and code, for operators.
 *
 * <p>Comes in: every rejection of a command that a client was told. What a process comes to later, a hold that is refused or a card
 * that is declined, is an event and not counted here. Goes out: the table {@code refusal_count}, once a second. Never happens here:
 * an event (a rejection consumes nothing), a wait on the way of a request.
 */
@NullMarked
package io.firstcome.command.rejection;

import org.jspecify.annotations.NullMarked;
