/**
 * A consumer of {@code firstcome.coupon} to copy from: each event once and in order for each key, whatever fails. Start reading at
 * {@link io.firstcome.consumer.CouponListener}.
 */
@NullMarked
package io.firstcome.consumer;

import org.jspecify.annotations.NullMarked;
