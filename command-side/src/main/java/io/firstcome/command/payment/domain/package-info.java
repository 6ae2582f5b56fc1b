/** The payment aggregate and its rules. */
@NullMarked
package io.firstcome.command.payment.domain;

import org.jspecify.annotations.NullMarked;
