/** Tests of this package. */
@NullMarked
package io.firstcome.axon.idempotency;

import org.jspecify.annotations.NullMarked;
