/**
 * A payment that was approved after its order had ended: completed, or given back.
 *
 * <p>Comes in: the late payment, the stocks' answers. Goes out: holds, the order's completion, the refund. Never happens here: an ended order that keeps money or stock.
 */
@NullMarked
package io.firstcome.command.process.latepayment;

import org.jspecify.annotations.NullMarked;
