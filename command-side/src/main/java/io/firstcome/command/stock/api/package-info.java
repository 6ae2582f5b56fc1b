/**
 * What can be asked of a stock, and the published codes of its rejections.
 *
 * <p>Comes in: nothing. Goes out: commands and codes, for {@code rest}, {@code domain} and processes. Never happens here:
 * a decision.
 */
@NullMarked
package io.firstcome.command.stock.api;

import org.jspecify.annotations.NullMarked;
