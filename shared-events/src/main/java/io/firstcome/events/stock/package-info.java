/**
 * What has happened to the stock of a product. Emitted by the {@code Stock} aggregate only.
 *
 * <p>A name or a field stored once never changes; a new shape gets a new {@code @Revision} and an upcaster.
 */
@NullMarked
package io.firstcome.events.stock;

import org.jspecify.annotations.NullMarked;
