/**
 * Coupons by a lock in Redis and rows in MariaDB, as most systems of this kind do it.
 *
 * <p>Comes in: a user and a campaign. Goes out: a piece, after the commit. Never happens here: a write outside of the lock.
 */
@NullMarked
package io.firstcome.benchmarks.baseline.lock;

import org.jspecify.annotations.NullMarked;
