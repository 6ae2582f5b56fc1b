/**
 * How controllers ask: through Axon's query gateway, and nothing else.
 *
 * <p>Comes in: queries. Goes out: answers, or problems. Never happens here: HTTP, a table.
 */
@NullMarked
package io.firstcome.query.querying;

import org.jspecify.annotations.NullMarked;
