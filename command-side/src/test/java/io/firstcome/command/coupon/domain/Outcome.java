package io.firstcome.command.coupon.domain;

import io.firstcome.contract.RefusalCode;
import io.firstcome.events.coupon.CouponEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command came to.
 *
 * @param refusal why it was refused; null when it was not
 * @param events what was stored because of it
 */
record Outcome(@Nullable RefusalCode refusal, List<CouponEvent> events) {

    static Outcome refused(RefusalCode code) {
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
