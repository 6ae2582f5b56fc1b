/**
 * How much of a request is read, and how often.
 *
 * <p>Comes in: a request of any size. Goes out: one that is small enough, and readable twice where that is needed. Never
 * happens here: a look at what the body says.
 */
@NullMarked
package io.firstcome.web.body;

import org.jspecify.annotations.NullMarked;
