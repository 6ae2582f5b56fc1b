/**
 * What can be asked about a payment, and what the answer looks like.
 *
 * <p>Comes in: nothing. Goes out: queries and views. Never happens here: how an answer is found.
 */
@NullMarked
package io.firstcome.query.payment.api;

import org.jspecify.annotations.NullMarked;
