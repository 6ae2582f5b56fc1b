/**
 * What has happened to a product of the catalogue. Emitted by the {@code Product} aggregate only.
 *
 * <p>A name or a field stored once never changes; a new shape gets a new {@code @Revision} and an upcaster.
 */
@NullMarked
package io.firstcome.events.product;

import org.jspecify.annotations.NullMarked;
