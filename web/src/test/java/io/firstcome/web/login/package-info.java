/** Tests of the package of this name. */
@NullMarked
package io.firstcome.web.login;

import org.jspecify.annotations.NullMarked;
