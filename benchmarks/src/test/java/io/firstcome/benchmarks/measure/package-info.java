/** Tests of what lies in this package. */
@NullMarked
package io.firstcome.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
