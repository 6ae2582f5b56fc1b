/**
 * The style of the whole project as tests: of the sources of every module, tests too.
 *
 * <p>Comes in: the source tree below the root pom. Goes out: violations, each with what to do instead. Never happens here: a
 * matter of taste that the formatter settles.
 */
@NullMarked
package io.firstcome.standalone.style;

import org.jspecify.annotations.NullMarked;
