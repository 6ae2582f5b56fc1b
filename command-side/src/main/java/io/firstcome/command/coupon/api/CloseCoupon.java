package io.firstcome.command.coupon.api;

import io.firstcome.events.Texts;
import io.firstcome.events.coupon.CouponId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ends a campaign for good; issued pieces stay valid. Answered with {@code CouponClosed}.
 *
 * @param reason for who reads it later: not blank, at most {@value #MAX_REASON_LENGTH} characters
 */
public record CloseCoupon(@TargetAggregateIdentifier CouponId couponId, String reason, Instant at)
        implements CouponCommand {

    public static final int MAX_REASON_LENGTH = 200;

    public CloseCoupon {
        if (reason.isBlank() || Texts.length(reason) > MAX_REASON_LENGTH) {
            throw new IllegalArgumentException(
                    "reason is not blank and has at most " + MAX_REASON_LENGTH + " characters");
        }
    }
}
