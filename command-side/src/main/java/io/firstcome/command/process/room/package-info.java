/** From a planned room to the room, and from what was bought to the next who is let in. */
@NullMarked
package io.firstcome.command.process.room;

import org.jspecify.annotations.NullMarked;
