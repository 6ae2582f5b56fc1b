/** Tests of the package of this name. */
@NullMarked
package io.firstcome.web.page;

import org.jspecify.annotations.NullMarked;
