/**
 * The stock of a product over HTTP, below the product's path. Comes in: requests. Goes out: commands, and what the caller is
 * told of their outcome.
 *
 * <p>Never happens here: a rule of the business.
 */
@NullMarked
package io.firstcome.command.stock.rest;

import org.jspecify.annotations.NullMarked;
