/** Tests of the stock over the real command bus and the real event store. */
@NullMarked
package io.firstcome.command.stock;

import org.jspecify.annotations.NullMarked;
