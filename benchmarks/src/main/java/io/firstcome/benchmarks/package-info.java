/**
 * Measures the one-process run side by side with what one would build instead, or with another commit of it.
 *
 * <p>Comes in: options. Goes out: a table with its conditions. Never happens here: a figure from a run
 * whose correctness was not verified.
 */
@NullMarked
package io.firstcome.benchmarks;

import org.jspecify.annotations.NullMarked;
