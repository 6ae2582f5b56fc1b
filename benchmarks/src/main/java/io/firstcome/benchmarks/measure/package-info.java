/**
 * The rows of the table: what is sent to whom, and what must hold afterwards.
 *
 * <p>Comes in: running systems. Goes out: rows with figures and checks. Never happens here: a figure without its checks.
 */
@NullMarked
package io.firstcome.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
