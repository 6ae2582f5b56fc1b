/**
 * Puts a product of the catalogue on sale.
 *
 * <p>Comes in: product events. Goes out: commands to its stock. Never happens here: a state of its own.
 */
@NullMarked
package io.firstcome.command.process.listing;

import org.jspecify.annotations.NullMarked;
