/**
 * Which other origins' pages may call the API from a browser.
 *
 * <p>Comes in: the {@code Origin} of a request, and the origins that the settings allow; none unless they say so. Goes out: the headers
 * of CORS, and the answer to a browser that asks before it asks. Never happens here: protection of the API itself, since a program that
 * is no browser minds none of it.
 */
@NullMarked
package io.firstcome.web.cors;

import org.jspecify.annotations.NullMarked;
