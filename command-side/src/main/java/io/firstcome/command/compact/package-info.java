/**
 * Sets and counts of many ids in few bytes, for the state of aggregates.
 *
 * <p>Comes in: ids. Goes out: whether an id is there, how much it has, and bytes for a snapshot. Never happens here: a rule
 * of the business, an object for each id.
 */
@NullMarked
package io.firstcome.command.compact;

import org.jspecify.annotations.NullMarked;
