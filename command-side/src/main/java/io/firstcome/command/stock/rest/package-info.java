/** The stock of a product over HTTP, below the product's path. */
@NullMarked
package io.firstcome.command.stock.rest;

import org.jspecify.annotations.NullMarked;
