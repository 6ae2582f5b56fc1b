package io.firstcome.axon.upcasting;

import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** All upcasters, in the order in which they are applied. A new one goes to the end. */
public final class Upcasters {

    private static final List<EventUpcaster> ALL =
            List.of(new CouponClosed1To2Upcaster(), new PaymentRefundFailed1To2Upcaster());

    private Upcasters() {}

    /** One upcaster that applies them all. */
    public static EventUpcasterChain chain() {
        return new EventUpcasterChain(ALL);
    }
}
