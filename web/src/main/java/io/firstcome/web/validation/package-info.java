/** How texts are measured when a request is validated. */
@NullMarked
package io.firstcome.web.validation;

import org.jspecify.annotations.NullMarked;
