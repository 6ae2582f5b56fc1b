/**
 * The processes that lead an order through stock and payment, and back when something fails; here is what they stand on: how their
 * commands are sent, and what becomes of those that fail.
 *
 * <p>Comes in: stored events, deadlines. Goes out: commands, requests to the card gateway, rows of {@code failed_command}. Never
 * happens here: a decision that an aggregate has to take; a unit of work that commits while one of its commands may be lost.
 */
@NullMarked
package io.firstcome.command.process;

import org.jspecify.annotations.NullMarked;
