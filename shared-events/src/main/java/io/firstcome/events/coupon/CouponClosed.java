package io.firstcome.events.coupon;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The campaign ended before its quantity or its window did; nothing is issued any more. Issued pieces stay valid.
 *
 * @param reason why, in the words of who closed it; an event of revision 1 did not record it
 */
@Revision("2")
public record CouponClosed(CouponId couponId, String reason, Instant closedAt) implements CouponEvent {}
