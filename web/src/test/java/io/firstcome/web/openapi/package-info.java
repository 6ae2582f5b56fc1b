/** Tests of the package of this name. */
@NullMarked
package io.firstcome.web.openapi;

import org.jspecify.annotations.NullMarked;
