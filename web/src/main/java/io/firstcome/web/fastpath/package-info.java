/**
 * The fast path: simple requests to the hottest endpoints are answered without Spring MVC's dispatcher, by the same methods, rules and
 * bytes. What is not simple goes on to Spring MVC, as if this package were not here.
 */
@NullMarked
package io.firstcome.web.fastpath;

import org.jspecify.annotations.NullMarked;
