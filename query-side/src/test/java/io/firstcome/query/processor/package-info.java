/**
 * Tests of what operators do with processors.
 *
 * <p>Comes in: requests for rebuilds, crashes. Goes out: whether the views come back the same. Never happens here: a rebuild that
 * nobody waits for.
 */
@NullMarked
package io.firstcome.query.processor;

import org.jspecify.annotations.NullMarked;
