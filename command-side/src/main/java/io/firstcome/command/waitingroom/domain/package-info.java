/** Who waits in a room, who is let in, and which rooms there are. */
@NullMarked
package io.firstcome.command.waitingroom.domain;

import org.jspecify.annotations.NullMarked;
