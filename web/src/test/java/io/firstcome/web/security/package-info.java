/** Tests of the package of this name. */
@NullMarked
package io.firstcome.web.security;

import org.jspecify.annotations.NullMarked;
