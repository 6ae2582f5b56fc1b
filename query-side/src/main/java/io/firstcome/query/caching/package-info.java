/**
 * The layers of a read above MySQL: the memory of this process, which follows the tail of the event store, and Redis.
 *
 * <p>Comes in: events, rows that views read. Goes out: states, each exact for its version. Never happens here: the knowledge of a view;
 * an answer from memory of which it is not known how old it is.
 */
@NullMarked
package io.firstcome.query.caching;

import org.jspecify.annotations.NullMarked;
