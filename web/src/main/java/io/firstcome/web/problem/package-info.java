/**
 * Every answer that is not a success, in one shape (RFC 9457).
 *
 * <p>Comes in: an exception, or the rejection of the server below us. Goes out: {@code application/problem+json} with a
 * published code and a trace id. Never happens here: a stack trace, a class name or an empty body for the client.
 */
@NullMarked
package io.firstcome.web.problem;

import org.jspecify.annotations.NullMarked;
