/**
 * What can be asked about the products of the catalogue, and what the answer looks like.
 *
 * <p>Comes in: nothing. Goes out: queries and views. Never happens here: how an answer is found.
 */
@NullMarked
package io.firstcome.query.product.api;

import org.jspecify.annotations.NullMarked;
