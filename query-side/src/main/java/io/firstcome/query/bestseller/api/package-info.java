/**
 * What can be asked about best sellers, and what the answer looks like.
 *
 * <p>Comes in: nothing. Goes out: queries and views. Never happens here: how an answer is found.
 */
@NullMarked
package io.firstcome.query.bestseller.api;

import org.jspecify.annotations.NullMarked;
