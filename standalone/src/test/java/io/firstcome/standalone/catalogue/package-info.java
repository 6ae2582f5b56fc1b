/**
 * The message catalogue: which command is handled where, which event is emitted where and who consumes it.
 *
 * <p>Comes in: compiled classes. Goes out: {@code docs/flow/*.mmd}, and what is wrong with the flow. Never happens here: a
 * diagram drawn by hand.
 */
@NullMarked
package io.firstcome.standalone.catalogue;

import org.jspecify.annotations.NullMarked;
