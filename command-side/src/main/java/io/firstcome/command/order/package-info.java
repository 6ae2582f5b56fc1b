/**
 * The order's command side, put together for Spring.
 */
@NullMarked
package io.firstcome.command.order;

import org.jspecify.annotations.NullMarked;
