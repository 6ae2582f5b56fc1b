/**
 * Tests of what is kept in memory.
 *
 * <p>Comes in: events, stored and made up. Goes out: nothing. Never happens here: a look at the knowledge of a view.
 */
@NullMarked
package io.firstcome.query.caching;

import org.jspecify.annotations.NullMarked;
