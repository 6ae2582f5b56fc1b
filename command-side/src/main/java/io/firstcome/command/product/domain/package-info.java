/** The product aggregate. */
@NullMarked
package io.firstcome.command.product.domain;

import org.jspecify.annotations.NullMarked;
