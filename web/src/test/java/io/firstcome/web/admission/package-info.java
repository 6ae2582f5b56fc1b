/** Tests of this package. */
@NullMarked
package io.firstcome.web.admission;

import org.jspecify.annotations.NullMarked;
