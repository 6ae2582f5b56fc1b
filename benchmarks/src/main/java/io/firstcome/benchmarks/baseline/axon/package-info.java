/**
 * Coupons by Axon Framework as it comes: its command bus, its JDBC engine.
 *
 * <p>Comes in: a user and a campaign. Goes out: a piece, after the commit. Never happens here: group commit, or anything else that is ours but the aggregate.
 */
@NullMarked
package io.firstcome.benchmarks.baseline.axon;

import org.jspecify.annotations.NullMarked;
