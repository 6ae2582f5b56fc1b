/** The product over HTTP. */
@NullMarked
package io.firstcome.command.product.rest;

import org.jspecify.annotations.NullMarked;
