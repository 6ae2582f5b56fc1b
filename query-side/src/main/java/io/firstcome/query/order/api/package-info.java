/**
 * What can be asked about an order, and what the answer looks like.
 *
 * <p>Comes in: nothing. Goes out: queries and views. Never happens here: how an answer is found.
 */
@NullMarked
package io.firstcome.query.order.api;

import org.jspecify.annotations.NullMarked;
