/**
 * From a controller to the command bus and back.
 *
 * <p>Comes in: a command, its caller, perhaps an idempotency key. Goes out: the handler's answer with the aggregate's
 * version, or a problem. Never happens here: an answer before the command is committed.
 */
@NullMarked
package io.firstcome.command.rest;

import org.jspecify.annotations.NullMarked;
