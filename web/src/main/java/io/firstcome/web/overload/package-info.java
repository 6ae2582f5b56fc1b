/**
 * Sheds what is too much, at once and at little cost, so that what is let in is answered in time.
 *
 * <p>Comes in: every request to the API, before its body is read; how long work has to wait. Goes out: 503 with {@code
 * Retry-After}, or the request as it came. Never happens here: a request that was let in is given up; health, metrics or
 * those who run the sale are turned away.
 */
@NullMarked
package io.firstcome.web.overload;

import org.jspecify.annotations.NullMarked;
