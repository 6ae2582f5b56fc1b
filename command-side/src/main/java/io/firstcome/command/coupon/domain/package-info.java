/** The coupon aggregate and its rules. */
@NullMarked
package io.firstcome.command.coupon.domain;

import org.jspecify.annotations.NullMarked;
