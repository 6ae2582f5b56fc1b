/**
 * Tests of the best sellers' read model.
 *
 * <p>Comes in: events, clocks. Goes out: whether rows, hashes and answers are exact. Never happens here: a mock of a database.
 */
@NullMarked
package io.firstcome.query.bestseller;

import org.jspecify.annotations.NullMarked;
