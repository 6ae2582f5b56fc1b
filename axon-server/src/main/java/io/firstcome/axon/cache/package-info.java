/**
 * Axon's aggregate cache on Caffeine.
 *
 * <p>Comes in: aggregates that were saved. Goes out: the same aggregates, until they are evicted. Never happens here: an
 * aggregate kept after its transaction rolled back (the repository removes it).
 */
@NullMarked
package io.firstcome.axon.cache;

import org.jspecify.annotations.NullMarked;
