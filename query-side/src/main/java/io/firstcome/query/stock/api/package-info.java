/**
 * What can be asked about the stock of a product, and what the answer looks like.
 *
 * <p>Comes in: nothing. Goes out: queries and views. Never happens here: how an answer is found.
 */
@NullMarked
package io.firstcome.query.stock.api;

import org.jspecify.annotations.NullMarked;
