/**
 * Tests of the query side on real servers.
 *
 * <p>Comes in: histories of events. Goes out: whether the views say the same. Never happens here: a fixed port, a sleep.
 */
@NullMarked
package io.firstcome.query;

import org.jspecify.annotations.NullMarked;
