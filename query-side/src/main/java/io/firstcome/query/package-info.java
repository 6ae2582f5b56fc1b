/**
 * The side that reads: from stored events to read models, to REST, to Kafka.
 *
 * <p>Comes in: events, in commit order. Goes out: answers to queries, the audit trail, messages for outsiders. Never happens
 * here: a command, an event of our own, a decision of the business.
 */
@NullMarked
package io.firstcome.query;

import org.jspecify.annotations.NullMarked;
