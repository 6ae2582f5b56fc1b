@NullMarked
package io.firstcome.command.payment.card;

import org.jspecify.annotations.NullMarked;
