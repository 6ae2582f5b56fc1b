/**
 * The command bus: commands queue in lanes by aggregate, a lane commits what has gathered in one transaction.
 *
 * <p>Comes in: commands with callbacks. Goes out: for each command exactly one answer, after its events are durable.
 * Never happens here: an answer before the commit; a command handled twice after a commit whose fate is unknown.
 */
@NullMarked
package io.firstcome.axon.commandbus;

import org.jspecify.annotations.NullMarked;
