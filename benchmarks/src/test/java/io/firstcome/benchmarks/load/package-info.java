/** Tests of what lies in this package. */
@NullMarked
package io.firstcome.benchmarks.load;

import org.jspecify.annotations.NullMarked;
