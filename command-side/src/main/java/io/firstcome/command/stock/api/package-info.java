/** What can be asked of a stock. */
@NullMarked
package io.firstcome.command.stock.api;

import org.jspecify.annotations.NullMarked;
