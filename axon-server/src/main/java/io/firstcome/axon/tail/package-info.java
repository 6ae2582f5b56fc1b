/**
 * The newest events in memory, for those who follow the store.
 *
 * <p>Comes in: what this process has just committed; from the store, what others committed. Goes out: streams of events in
 * commit order without holes. Never happens here: an event shown before its commit, an event skipped, a write.
 */
@NullMarked
package io.firstcome.axon.tail;

import org.jspecify.annotations.NullMarked;
