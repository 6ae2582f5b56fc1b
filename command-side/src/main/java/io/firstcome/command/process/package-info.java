/**
 * The processes that lead an order through stock and payment, and back when something fails.
 *
 * <p>Comes in: stored events, deadlines. Goes out: commands, requests to the card gateway. Never happens here: a decision that an
 * aggregate has to take; a step that is lost.
 */
@NullMarked
package io.firstcome.command.process;

import org.jspecify.annotations.NullMarked;
