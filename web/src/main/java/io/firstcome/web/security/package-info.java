/**
 * Who is asking, and whether they may.
 *
 * <p>Comes in: a bearer token. Goes out: a {@link io.firstcome.web.security.Caller}, or 401 or 403 before a body is read.
 * Never happens here: a session, a cookie, a password in a log, an endpoint that is open because nobody said otherwise.
 */
@NullMarked
package io.firstcome.web.security;

import org.jspecify.annotations.NullMarked;
