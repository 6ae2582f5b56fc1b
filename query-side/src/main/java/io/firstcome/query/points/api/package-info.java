/**
 * What can be asked about a user's points, and what the answer looks like.
 *
 * <p>Comes in: nothing. Goes out: queries and views. Never happens here: how an answer is found.
 */
@NullMarked
package io.firstcome.query.points.api;

import org.jspecify.annotations.NullMarked;
