/** What a coupon's command costs. Run by hand; nothing here is a test. */
@NullMarked
package io.firstcome.command.coupon;

import org.jspecify.annotations.NullMarked;
