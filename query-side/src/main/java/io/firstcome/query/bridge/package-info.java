/**
 * Every stored event as a message for outsiders, on Kafka: in order for each thing, at least once, none missing.
 *
 * <p>Comes in: stored events, in commit order. Goes out: CloudEvents on the topics {@code firstcome.<context>}. Never happens
 * here: an event that is dead-lettered or skipped, or that overtakes an earlier one of the same thing. When an event can't be sent
 * the bridge waits and tries again, for ever.
 */
@NullMarked
package io.firstcome.query.bridge;

import org.jspecify.annotations.NullMarked;
