/** The order aggregate and its rules. */
@NullMarked
package io.firstcome.command.order.domain;

import org.jspecify.annotations.NullMarked;
