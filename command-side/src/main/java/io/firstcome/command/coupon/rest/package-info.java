/** The coupon over HTTP. */
@NullMarked
package io.firstcome.command.coupon.rest;

import org.jspecify.annotations.NullMarked;
