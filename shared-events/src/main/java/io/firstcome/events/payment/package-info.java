/**
 * What has happened to a payment. Emitted by the {@code Payment} aggregate only.
 *
 * <p>A name or a field stored once never changes; a new shape gets a new {@code @Revision} and an upcaster.
 */
@NullMarked
package io.firstcome.events.payment;

import org.jspecify.annotations.NullMarked;
