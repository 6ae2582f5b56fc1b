/**
 * Server-sent events to many listeners at once.
 *
 * <p>Comes in: a connection, what it listens to, and a source that makes its events. Goes out: events when there is news,
 * and a comment after a quiet time. Never happens here: an event that is kept for a listener that is behind.
 */
@NullMarked
package io.firstcome.web.stream;

import org.jspecify.annotations.NullMarked;
