/**
 * Drives an order on that hangs: what its processes have done for it is done once more.
 *
 * <p>Comes in: an order's id, from an operator. Goes out: the commands of its processes, in the order of events. Never happens here: a
 * step that the processes do not know; a card that is charged again for a payment that is decided.
 */
@NullMarked
package io.firstcome.command.process.drive;

import org.jspecify.annotations.NullMarked;
