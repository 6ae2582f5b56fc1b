/** What can be asked of a coupon. */
@NullMarked
package io.firstcome.command.coupon.api;

import org.jspecify.annotations.NullMarked;
