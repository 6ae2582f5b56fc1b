/**
 * The product over HTTP. Comes in: requests. Goes out: commands to the product and its stock, and what the caller is told
 * of their outcome.
 *
 * <p>Never happens here: a rule of the business.
 */
@NullMarked
package io.firstcome.command.product.rest;

import org.jspecify.annotations.NullMarked;
