/**
 * Lists in pieces.
 *
 * <p>Comes in: {@code ?limit=} and an opaque {@code ?cursor=}. Goes out: items and the cursor of the next piece. Never
 * happens here: page numbers and offsets, which skip or repeat when the list grows.
 */
@NullMarked
package io.firstcome.web.page;

import org.jspecify.annotations.NullMarked;
