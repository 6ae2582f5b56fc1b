/**
 * The payment's command side, put together for Spring.
 */
@NullMarked
package io.firstcome.command.payment;

import org.jspecify.annotations.NullMarked;
