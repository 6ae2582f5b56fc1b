/**
 * A short way to the controller methods that a crowd calls.
 *
 * <p>Comes in: plain POST requests for methods marked {@link io.firstcome.web.direct.Direct}. Goes out: the answer of that
 * method. Never happens here: a request refused for how it is written; whatever is not plain goes on to Spring MVC, which
 * knows all the ways of being wrong.
 */
@NullMarked
package io.firstcome.web.direct;

import org.jspecify.annotations.NullMarked;
