/** Tests of the package of this name. */
@NullMarked
package io.firstcome.web.cors;

import org.jspecify.annotations.NullMarked;
