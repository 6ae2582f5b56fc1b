/**
 * Tests of the coupon's read model.
 *
 * <p>Comes in: runs of events, clocks. Goes out: whether rows and hashes are exact. Never happens here: a mock of a database.
 */
@NullMarked
package io.firstcome.query.coupon.readmodel;

import org.jspecify.annotations.NullMarked;
