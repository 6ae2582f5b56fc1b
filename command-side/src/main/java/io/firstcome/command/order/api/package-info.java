/** What can be asked of an order. */
@NullMarked
package io.firstcome.command.order.api;

import org.jspecify.annotations.NullMarked;
