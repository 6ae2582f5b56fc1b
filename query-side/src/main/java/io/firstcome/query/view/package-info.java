/**
 * The frame of a view: rows that fold events, written once a batch.
 *
 * <p>Comes in: stored events, in commit order. Goes out: rows, dead letters. Never happens here: anything about one
 * view.
 */
@NullMarked
package io.firstcome.query.view;

import org.jspecify.annotations.NullMarked;
