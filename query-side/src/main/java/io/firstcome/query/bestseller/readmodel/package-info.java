/**
 * Where the view of best sellers is kept, and who answers the queries about it.
 *
 * <p>Comes in: changes from the projection, queries. Goes out: rows, views. Never happens here: the handling of an event; an
 * answer that was never true.
 */
@NullMarked
package io.firstcome.query.bestseller.readmodel;

import org.jspecify.annotations.NullMarked;
