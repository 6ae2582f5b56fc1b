/**
 * What has happened to a concert and to the seats of its dates. Emitted by the {@code Concert} and the {@code ConcertDate} aggregate only.
 *
 * <p>A name or a field stored once never changes; a new shape gets a new {@code @Revision} and an upcaster.
 */
@NullMarked
package io.firstcome.events.concert;

import org.jspecify.annotations.NullMarked;
