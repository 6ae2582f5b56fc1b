/** Tests of this package. */
@NullMarked
package io.firstcome.web.overload;

import org.jspecify.annotations.NullMarked;
