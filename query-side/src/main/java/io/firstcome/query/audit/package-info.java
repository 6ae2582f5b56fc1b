/**
 * The event history for auditors, as it is stored.
 *
 * <p>Comes in: questions by aggregate, type, user and time. Goes out: events in commit order, payload and metadata as they were
 * written. Never happens here: an interpretation of an event, a write, a query without an end.
 */
@NullMarked
package io.firstcome.query.audit;

import org.jspecify.annotations.NullMarked;
