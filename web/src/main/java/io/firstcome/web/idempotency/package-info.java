/** The {@code Idempotency-Key} of a request, with a fingerprint to compare a repetition with. */
@NullMarked
package io.firstcome.web.idempotency;

import org.jspecify.annotations.NullMarked;
