/** Tests of what lies in this package. */
@NullMarked
package io.firstcome.benchmarks;

import org.jspecify.annotations.NullMarked;
