/**
 * What has happened to a coupon campaign. Emitted by the {@code Coupon} aggregate only.
 *
 * <p>A name or a field stored once never changes; a new shape gets a new {@code @Revision} and an upcaster.
 */
@NullMarked
package io.firstcome.events.coupon;

import org.jspecify.annotations.NullMarked;
