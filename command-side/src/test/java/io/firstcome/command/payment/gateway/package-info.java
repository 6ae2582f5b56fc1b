@NullMarked
package io.firstcome.command.payment.gateway;

import org.jspecify.annotations.NullMarked;
