/**
 * The side that decides. Comes in: REST requests. Goes out: events, and one answer for each request.
 *
 * <p>Never happens here: a read model, a query.
 */
@NullMarked
package io.firstcome.command;

import org.jspecify.annotations.NullMarked;
