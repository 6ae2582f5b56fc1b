/**
 * What one order asks of the stocks of its products.
 *
 * <p>Comes in: lines of an order, the stocks' answers. Goes out: commands to the stocks. Never happens here: a command that is sent; a decision about the order.
 */
@NullMarked
package io.firstcome.command.process.hold;

import org.jspecify.annotations.NullMarked;
