/** Tests of what lies in this package. */
@NullMarked
package io.firstcome.benchmarks.baseline;

import org.jspecify.annotations.NullMarked;
