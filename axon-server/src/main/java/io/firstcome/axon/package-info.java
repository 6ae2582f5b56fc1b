/**
 * The message infrastructure that both sides stand on: event store, command bus, serializers, wired for Spring.
 *
 * <p>Comes in: commands from the command side, open streams from event processors. Goes out: durable events in commit
 * order, one answer per command. Never happens here: a rule of the business, HTTP, a read model.
 */
@NullMarked
package io.firstcome.axon;

import org.jspecify.annotations.NullMarked;
