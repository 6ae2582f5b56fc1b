/**
 * What the reads of several views have in common: parts of lists, snapshots of several tables, and waiting for a view that is behind.
 *
 * <p>Comes in: how a view reads its rows. Goes out: what they find. Never happens here: what a row means; an answer that was never true.
 */
@NullMarked
package io.firstcome.query.consistency;

import org.jspecify.annotations.NullMarked;
