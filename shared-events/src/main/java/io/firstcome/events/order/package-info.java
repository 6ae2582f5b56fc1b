/**
 * What has happened to an order. Emitted by the {@code Order} aggregate only.
 *
 * <p>A name or a field stored once never changes; a new shape gets a new {@code @Revision} and an upcaster.
 */
@NullMarked
package io.firstcome.events.order;

import org.jspecify.annotations.NullMarked;
