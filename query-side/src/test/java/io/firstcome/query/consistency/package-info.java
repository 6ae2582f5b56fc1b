/**
 * Tests of what read models have in common.
 *
 * <p>Comes in: clocks, sources that fail or are late. Goes out: whether an answer comes in time and is true. Never happens
 * here: a view.
 */
@NullMarked
package io.firstcome.query.consistency;

import org.jspecify.annotations.NullMarked;
