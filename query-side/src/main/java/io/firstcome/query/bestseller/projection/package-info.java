/**
 * From events to the view of best sellers.
 *
 * <p>Comes in: stored events, in commit order. Goes out: changes of the read model, once per batch. Never happens here: a
 * command, an answer, anything that a replay must not repeat.
 */
@NullMarked
package io.firstcome.query.bestseller.projection;

import org.jspecify.annotations.NullMarked;
