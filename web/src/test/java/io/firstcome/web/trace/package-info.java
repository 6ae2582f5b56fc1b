/** Tests of the package of this name. */
@NullMarked
package io.firstcome.web.trace;

import org.jspecify.annotations.NullMarked;
