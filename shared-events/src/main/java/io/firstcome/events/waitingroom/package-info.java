/** What happens in waiting rooms: who came when, who was let in, and which rooms there are. */
@NullMarked
package io.firstcome.events.waitingroom;

import org.jspecify.annotations.NullMarked;
