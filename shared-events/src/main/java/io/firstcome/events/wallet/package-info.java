/**
 * What has happened to a user's points. Emitted by the {@code Wallet} aggregate only.
 *
 * <p>A name or a field stored once never changes; a new shape gets a new {@code @Revision} and an upcaster.
 */
@NullMarked
package io.firstcome.events.wallet;

import org.jspecify.annotations.NullMarked;
