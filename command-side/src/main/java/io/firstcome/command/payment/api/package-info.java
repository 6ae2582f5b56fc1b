/** What can be asked of a payment. */
@NullMarked
package io.firstcome.command.payment.api;

import org.jspecify.annotations.NullMarked;
