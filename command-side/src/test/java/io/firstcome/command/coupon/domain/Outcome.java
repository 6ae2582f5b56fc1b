package io.firstcome.command.coupon.domain;

import io.firstcome.contract.RejectionCode;
import io.firstcome.events.coupon.CouponEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command came to.
 *
 * @param rejection why it was refused; null when it was not
 * @param events what was stored because of it
 */
record Outcome(@Nullable RejectionCode rejection, List<CouponEvent> events) {

    static Outcome refused(RejectionCode code) {
        return new Outcome(code, List.of());
    }

    /** Said before, or too late to matter. */
    static Outcome nothing() {
        return new Outcome(null, List.of());
    }

    static Outcome accepted(CouponEvent event) {
        return new Outcome(null, List.of(event));
    }
}
