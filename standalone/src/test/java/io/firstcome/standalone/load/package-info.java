/**
 * A small load generator: plain sockets, one request at a time on each connection.
 *
 * <p>Comes in: how many connections, and what each request is. Goes out: every answer. Never happens here: a retry, or
 * anything else that would hide what the server did.
 */
@NullMarked
package io.firstcome.standalone.load;

import org.jspecify.annotations.NullMarked;
