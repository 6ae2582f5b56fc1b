/** Tests of the package of this name. */
@NullMarked
package io.firstcome.web.json;

import org.jspecify.annotations.NullMarked;
