/**
 * The {@code Idempotency-Key} of a request, read once.
 *
 * <p>Comes in: the header and the raw body. Goes out: the key and a fingerprint to compare a repetition with. Never happens
 * here: keeping keys; that is done in the transaction of the events that they caused.
 */
@NullMarked
package io.firstcome.web.idempotency;

import org.jspecify.annotations.NullMarked;
