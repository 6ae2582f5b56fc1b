/**
 * Answers to the most frequent public reads that are ready before they are asked for.
 *
 * <p>Comes in: GET requests that ask for nothing special. Goes out: the same answers as those of the controllers. Never happens here:
 * an answer that a controller would not give; anything that takes time.
 */
@NullMarked
package io.firstcome.web.ready;

import org.jspecify.annotations.NullMarked;
