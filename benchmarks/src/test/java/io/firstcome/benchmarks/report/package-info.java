/** Tests of what lies in this package. */
@NullMarked
package io.firstcome.benchmarks.report;

import org.jspecify.annotations.NullMarked;
