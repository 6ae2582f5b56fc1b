/** Who waits where, in memory on each node: read from what is stored, then told by the tail. */
@NullMarked
package io.firstcome.command.waitingroom.lookup;

import org.jspecify.annotations.NullMarked;
