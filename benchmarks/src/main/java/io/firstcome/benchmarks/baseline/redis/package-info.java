/**
 * Coupons by one script in Redis.
 *
 * <p>Comes in: a user and a campaign. Goes out: a piece. Never happens here: a write to a disk.
 */
@NullMarked
package io.firstcome.benchmarks.baseline.redis;

import org.jspecify.annotations.NullMarked;
