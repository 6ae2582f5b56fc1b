/**
 * What was measured, and how it is told.
 *
 * <p>Comes in: figures, checks, conditions. Goes out: Markdown. Never happens here: a measurement.
 */
@NullMarked
package io.firstcome.benchmarks.report;

import org.jspecify.annotations.NullMarked;
