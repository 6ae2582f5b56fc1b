/** Lists in pieces: {@code ?limit=}, an opaque {@code ?cursor=}, and the cursor of the next piece; no offsets. */
@NullMarked
package io.firstcome.web.page;

import org.jspecify.annotations.NullMarked;
