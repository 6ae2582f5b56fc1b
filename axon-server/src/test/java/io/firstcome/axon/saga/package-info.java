/** Tests of the store of processes, on a real database. */
@NullMarked
package io.firstcome.axon.saga;

import org.jspecify.annotations.NullMarked;
