/**
 * What the read models of several views have in common: hashes in Redis with MySQL behind, and patience with a view that is a
 * moment behind.
 *
 * <p>Comes in: how a view reads its row and writes its hash. Goes out: states, each exact for its version. Never happens here:
 * what a state means; an answer that was never true.
 */
@NullMarked
package io.firstcome.query.reading;

import org.jspecify.annotations.NullMarked;
